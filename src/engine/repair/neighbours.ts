// Pairs of cells between which a figure can slip: the same row one column or more over, the same column one row over.

import type { Cell, Form, SectionKey } from '../form.ts'
import { indexOf } from '../index-of.ts'

/** `apart`: 1 for cells that touch; computed columns and rows between them do not count. */
export type Pair = { readonly one: Cell; readonly other: Cell; readonly apart: number }

const known = new WeakMap<Form, readonly Pair[]>()

/** The pairs of entered cells of a form, in its order. */
export const neighbours = (form: Form): readonly Pair[] => {
  const found = known.get(form)
  if (found) return found
  const pairs = [...bySection(indexOf(form).entered).values()].flatMap(pairsIn)
  known.set(form, pairs)
  return pairs
}

const bySection = (cells: readonly Cell[]): ReadonlyMap<SectionKey, readonly Cell[]> =>
  Map.groupBy(cells, cell => cell.section)

const pairsIn = (cells: readonly Cell[]): readonly Pair[] => {
  const rows = [...new Set(cells.map(cell => cell.rowKey))]
  const columns = [...new Set(cells.map(cell => cell.columnKey))]
  const at = new Map(cells.map(cell => [`${cell.rowKey}.${cell.columnKey}`, cell]))
  return cells.flatMap(one => {
    const [row, column] = [rows.indexOf(one.rowKey), columns.indexOf(one.columnKey)]
    const over = columns.slice(column + 1).map((key, index) => ({
      other: at.get(`${one.rowKey}.${key}`),
      apart: index + 1,
    }))
    const below = { other: at.get(`${rows[row + 1]}.${one.columnKey}`), apart: 1 }
    return [...over, below].flatMap(({ other, apart }) => (other ? [{ one, other, apart }] : []))
  })
}
