// How cells, values and findings are called in the chat, on top of the form's words.

import { answers } from '../engine/answers/answers.ts'
import { isMoney } from '../engine/answers/yuan.ts'
import type { Value } from '../engine/filing.ts'
import type { CellKey, Form } from '../engine/form.ts'
import { cellOf, cellsBehind, tableOf } from '../engine/index-of.ts'
import type { Finding, Side } from '../engine/rules/finding.ts'
import type { FindingKey, Words } from '../i18n/words.ts'

/** A cell in full: first what its section is asked by (a row of the one table, an applicant of the other). */
export const cellName = (words: Words, form: Form, key: CellKey): string => {
  const names = [words.form.row(form, key), words.form.column(form, key)]
  return (isByColumn(form, key) ? names.reverse() : names).join(' \u00b7 ')
}

/** Cells by the part of their names that tells them apart: by row within one column, by column within one row. */
export const shortNames = (
  words: Words,
  form: Form,
  keys: readonly CellKey[],
): ReadonlyMap<CellKey, string> => {
  const cells = keys.map(key => cellOf(form, key))
  const [first] = cells
  const oneColumn = cells.every(cell => cell.columnKey === first?.columnKey)
  const oneRow = cells.every(cell => cell.rowKey === first?.rowKey)
  const byRow = oneRow && oneColumn ? first !== undefined && isByColumn(form, first.key) : oneColumn
  const part = byRow ? words.form.row : oneRow ? words.form.column : null
  return new Map(keys.map(key => [key, part ? part(form, key) : cellName(words, form, key)]))
}

/** Whether a cell's section is asked column by column: what stands behind its gate's branches is a column each. */
const isByColumn = (form: Form, key: CellKey): boolean => {
  const [branch] = tableOf(form, cellOf(form, key).section).gate.branches
  const columns = new Set(branch && cellsBehind(branch).map(cell => cellOf(form, cell).columnKey))
  return columns.size === 1
}

/** A value as said in the chat, with its note. */
export const sayValue = (form: Form, key: CellKey, value: Value, note?: string | null): string =>
  answers[cellOf(form, key).answer].say(value) + (note ?? '')

/** A value said back after it was entered: money with its yuan written out, so that a wrong unit is seen. */
export const echo = (words: Words, form: Form, key: CellKey, value: Value, note: string | null): string => {
  const said = sayValue(form, key, value, note)
  if (!isMoney(value) || value.unit === 'yuan' || value.fen === 0) return said
  const yuan = (value.fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 })
  return words.say('stored.yuan', { value: said, yuan })
}

/** A finding in one sentence: where, both sides or the words at fault, the difference. */
export const findingWords = (
  words: Words,
  form: Form,
  finding: Finding,
  valueAt: (key: CellKey) => Value,
): string => {
  const { left, right, text, quote, facts } = finding
  return words.finding((finding.message ?? finding.rule) as FindingKey, {
    ...placeWords(words, form, finding, valueAt),
    name: text ? words.form.text(form, text, 'name') : '',
    quote: quote ?? '',
    difference: Math.abs((left?.sum ?? 0) - (right?.sum ?? 0)),
    ...side(words, form, 'left', left, valueAt),
    ...side(words, form, 'right', right, valueAt),
    ...facts,
  })
}

/** What a finding about cells says of the first of them, and of the first on the other side. */
const placeWords = (
  words: Words,
  form: Form,
  { cells: [key], right }: Finding,
  valueAt: (key: CellKey) => Value,
) => {
  if (!key) return {}
  const [other = key] = right?.cells ?? []
  return {
    row: words.form.row(form, key),
    otherRow: words.form.row(form, other),
    column: words.form.column(form, key),
    value: sayValue(form, key, valueAt(key)),
  }
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
