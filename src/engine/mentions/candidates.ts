// The cells that a mention may mean: those that all its names share, then those that the words before it, or the question
// that stands, leave of them. It decides nothing where several are left.

import { isChange } from '../../reading/change.ts'
import { answers } from '../answers/answers.ts'
import type { Value } from '../filing.ts'
import type { Question } from '../focus.ts'
import type { Cell, CellKey, Form, SectionKey } from '../form.ts'
import { cellOf, cellsBehind, gateOf, indexOf, tableOf } from '../index-of.ts'
import { readFigure } from '../read-figure.ts'
import type { Axis } from './lexicon.ts'
import type { Names } from './mentions-in.ts'

/** Where one stands: the section, the cell that is asked, the cells of the branch that one is in. */
export type Stand = {
  readonly section: SectionKey | null
  readonly cell: Cell | null
  readonly branch: string | null
  readonly around: ReadonlySet<Cell>
}

export const standOf = (form: Form, question: Question): Stand => {
  const section = sectionAt(form, question)
  if (section === null) return { section, cell: null, branch: null, around: new Set() }
  const cell = question.type === 'cell' ? cellOf(form, question.cell) : null
  const found = tableOf(form, section).gate?.branches.find(branch => {
    if (question.type === 'contents') return branch.key === question.branch
    if (question.type === 'gate') return branch.gate?.key === question.gate
    return cell !== null && cellsBehind(branch).includes(cell.key)
  })
  const around = new Set(found ? cellsBehind(found).map(key => cellOf(form, key)) : cell ? [cell] : [])
  return { section, cell, branch: found?.key ?? null, around }
}

const sectionAt = (form: Form, question: Question): SectionKey | null => {
  if (question.type === 'cell') return cellOf(form, question.cell).section
  if (question.type === 'gate') return gateOf(form, question.gate).section
  const section = question.type === 'contents' ? question.section : null
  return section !== null && indexOf(form).sections.get(section)?.type === 'table' ? section : null
}

/** The cells that every name may mean; none without a name. */
export const sharedBy = ([first = [], ...more]: Names): readonly Cell[] =>
  [...new Set(first.flatMap(({ cells }) => [...cells]))].filter(cell =>
    more.every(name => name.some(({ cells }) => cells.has(cell))),
  )

/** Whether one of the names says the row, or the column, of this cell. */
export const says = (names: Names, axis: Axis, cell: Cell): boolean =>
  names.some(name => name.some(named => named.axis === axis && named.cells.has(cell)))

/** The value that the words are in this cell; a change is no count. */
export const valueIn = (
  form: Form,
  year: number,
  key: CellKey,
  said: string,
): readonly [CellKey, Value, string | null] | undefined => {
  const { answer } = cellOf(form, key)
  if (answers[answer].amount === undefined || (answer !== 'signed' && isChange(said))) return undefined
  const read = readFigure(form, { year }, key, said)
  return 'unread' in read ? undefined : [key, read.value, read.note]
}

/** The words before: the row and the column of the last mention, which of them it named, and what was gone through. */
export type Before = {
  readonly row: string | null
  readonly column: string | null
  readonly section: SectionKey | null
  readonly saidColumn: boolean
  /** Whether a column was named at all so far. */
  readonly anyColumn: boolean
  /** Whether the last two are one row in different columns: then a row alone is nobody's. */
  readonly isAcross: boolean
}

/** Those of the cells that the words before leave, or, where there are none, the question that stands. */
export const narrowed = (
  form: Form,
  cells: readonly Cell[],
  names: Names,
  before: Before | null,
  stand: Stand,
): readonly Cell[] => {
  const here = those(cells, cell => cell.section === (before?.section ?? stand.section))
  if (here.length < 2) return here
  const isKnown = before !== null && (before.row !== null || before.column !== null)
  const { alone, across } = isKnown ? keptBy(before) : keptAt(stand)
  const kept = here.filter(
    cell =>
      saysBoth(names, cell) ||
      (says(names, 'row', cell) && alone?.(cell)) ||
      (says(names, 'column', cell) && across?.(cell)),
  )
  if (kept.length === 0) return nearest(form, here)
  return before ? below(form, kept, before) : kept
}

/** Whether one name says the row of this cell and another one its column. */
const saysBoth = (names: Names, cell: Cell): boolean =>
  names.length > 1 && says(names, 'row', cell) && says(names, 'column', cell)

/** A column is told from above: of two of its rows on either side of the last one, the lower is meant. */
const below = (form: Form, cells: readonly Cell[], { row, column }: Before): readonly Cell[] => {
  const [upper, lower, ...more] = cells
  if (!upper || !lower || more.length > 0 || upper.columnKey !== column || lower.columnKey !== column)
    return cells
  const rows = [...new Set(tableOf(form, upper.section).cells.map(cell => cell.rowKey))]
  const last = row === null ? -1 : rows.indexOf(row)
  return rows.indexOf(upper.rowKey) < last && last < rows.indexOf(lower.rowKey) ? [lower] : cells
}

/** The cells of a row that is named alone, and of a column that is; null where the words leave none. */
type Kept = { readonly alone: Keeps; readonly across: Keeps }
type Keeps = ((cell: Cell) => boolean) | null

const keptBy = ({ row, column, saidColumn, anyColumn, isAcross }: Before): Kept => ({
  alone: column !== null && !isAcross ? cell => cell.columnKey === column : null,
  across: row !== null && (saidColumn || !anyColumn) ? cell => cell.rowKey === row : null,
})

const keptAt = ({ cell: asked, around }: Stand): Kept => ({
  alone: cell => around.has(cell),
  across: asked ? cell => cell.rowKey === asked.rowKey : cell => around.has(cell),
})

/** Of the cells behind gates within gates those that are asked first. */
const nearest = (form: Form, cells: readonly Cell[]): readonly Cell[] => {
  const depthOf = ({ key }: Cell): number => indexOf(form).paths.get(key)?.length ?? 0
  const least = Math.min(...cells.map(depthOf))
  return cells.filter(cell => depthOf(cell) === least)
}

/** The cells that fit, or all where none does. */
const those = (cells: readonly Cell[], fits: (cell: Cell) => boolean): readonly Cell[] => {
  const found = cells.filter(fits)
  return found.length > 0 ? found : cells
}
