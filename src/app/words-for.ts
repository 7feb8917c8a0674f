// How cells, values and findings are called in the chat, on top of the form's words.

import { answers } from '../engine/answers/answers.ts'
import { isMoney } from '../engine/answers/yuan.ts'
import type { Value } from '../engine/filing.ts'
import type { CellKey, Form } from '../engine/form.ts'
import { cellOf } from '../engine/index-of.ts'
import type { Finding, Side } from '../engine/rules/finding.ts'
import type { Words } from '../i18n/words.ts'

/** A cell by row and column: enough to tell it from every other. */
export const cellName = (words: Words, form: Form, key: CellKey): string =>
  `${words.form.row(form, key)} · ${words.form.column(form, key)}`

/** Cells by the part of their names that tells them apart: by row within one column, by column within one row. */
export const shortNames = (
  words: Words,
  form: Form,
  keys: readonly CellKey[],
): ReadonlyMap<CellKey, string> => {
  const cells = keys.map(key => cellOf(form, key))
  const oneColumn = cells.every(cell => cell.columnKey === cells[0]?.columnKey)
  const oneRow = cells.every(cell => cell.rowKey === cells[0]?.rowKey)
  const name = oneColumn && !oneRow ? words.form.row : oneRow && !oneColumn ? words.form.column : null
  return new Map(keys.map(key => [key, name ? name(form, key) : cellName(words, form, key)]))
}

/** A value as said in the chat, with its note. */
export const sayValue = (form: Form, key: CellKey, value: Value, note: string | null = null): string =>
  answers[cellOf(form, key).answer].say(value) + (note ?? '')

/** A value said back after it was entered: money with its yuan written out, so that a wrong unit is seen. */
export const echo = (words: Words, form: Form, key: CellKey, value: Value, note: string | null): string => {
  const said = sayValue(form, key, value, note)
  if (!isMoney(value) || value.unit === 'yuan' || value.fen === 0) return said
  const yuan = (value.fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 })
  return words.say('stored.yuan', { value: said, yuan })
}

/** A finding in one sentence: where, both sides, the difference. */
export const findingWords = (
  words: Words,
  form: Form,
  finding: Finding,
  valueAt: (key: CellKey) => Value,
): string => {
  const [key] = finding.cells
  if (!key) return ''
  const { left, right } = finding
  return words.finding(finding.rule, {
    row: words.form.row(form, key),
    column: words.form.column(form, key),
    value: sayValue(form, key, valueAt(key)),
    difference: Math.abs((left?.sum ?? 0) - (right?.sum ?? 0)),
    ...side(words, form, 'left', left, valueAt),
    ...side(words, form, 'right', right, valueAt),
  })
}

/** A side's sum as its cell would print it, and its parts: received 6 + carried in 0. */
const side = (
  words: Words,
  form: Form,
  name: 'left' | 'right',
  { cells, sum }: Side = { cells: [], sum: 0 },
  valueAt: (key: CellKey) => Value,
) => {
  const [only] = cells
  const single = cells.length === 1 && only ? sayValue(form, only, valueAt(only)) : String(sum)
  const parts = cells.map(key => `${words.form.row(form, key)} ${sayValue(form, key, valueAt(key)) || 0}`)
  return { [name]: single || String(sum), [`${name}Parts`]: parts.join(' \uff0b ') }
}
