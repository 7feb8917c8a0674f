// How the cells of a form and their values are called, on top of the form's own words.

import { answers } from '../engine/answers/answers.ts'
import { isMoney } from '../engine/answers/yuan.ts'
import type { Value } from '../engine/filing.ts'
import type { CellKey, Form } from '../engine/form.ts'
import { cellOf, cellsBehind, tableOf } from '../engine/index-of.ts'
import type { Words } from './words.ts'

/** A cell's whole name: row and column, the column first where its section is asked by column. */
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

/** A section is asked by column when each branch of its gate opens cells of one column. */
const isByColumn = (form: Form, key: CellKey): boolean => {
  const [branch] = tableOf(form, cellOf(form, key).section).gate?.branches ?? []
  const columns = new Set(branch && cellsBehind(branch).map(cell => cellOf(form, cell).columnKey))
  return columns.size === 1
}

/** A value as the chat says it, with its note. */
export const sayValue = (form: Form, key: CellKey, value: Value, note?: string | null): string => {
  const { answer, options } = cellOf(form, key)
  return answers[answer].say(value, options) + (note ?? '')
}

/** A value repeated after it was entered: money with its yuan written out, so that a wrong unit is seen. */
export const echoValue = (
  words: Words,
  form: Form,
  key: CellKey,
  value: Value,
  note: string | null,
): string => {
  const said = sayValue(form, key, value, note)
  if (!isMoney(value) || value.unit === 'yuan' || value.fen === 0) return said
  const yuan = (value.fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 })
  return words.say('stored.yuan', { value: said, yuan })
}
