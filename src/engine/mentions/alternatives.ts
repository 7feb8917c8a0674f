// Figures that fit several cells, as the alternatives that a person is asked about. Figures that lack the same word are
// asked about once: 制发3件，废止1件 without the row are both of the one row or both of the other.

import type { Filing } from '../filing.ts'
import type { Cell, Form } from '../form.ts'
import { valueIn } from './candidates.ts'
import type { Placed } from './place.ts'
import type { Alternatives } from './said.ts'
import { same } from './same.ts'

/** More alternatives than this are a table, not a question. */
const most = 12

type Unsure = { readonly unsure: readonly Alternatives[]; readonly untaken: readonly string[] }

export const alternativesOf = (form: Form, filing: Filing, placed: readonly Placed[]): Unsure => {
  const open = placed.filter(({ cells }) => cells.length > 1)
  const groups = Map.groupBy(
    open.filter(({ cells }) => cells.length <= most),
    lackOf,
  )
  return {
    unsure: [...groups.values()].map(group => alternatives(form, filing, group)),
    untaken: open.flatMap(({ cells, said }) => (cells.length > most ? [said] : [])),
  }
}

/** The keys that tell the cells of a figure apart: rows, columns, or the cells themselves. */
const keyIn = (cells: readonly Cell[]): ((cell: Cell) => string) => {
  if (same(cells.map(({ columnKey }) => columnKey)) !== null) return cell => cell.rowKey
  if (same(cells.map(({ rowKey }) => rowKey)) !== null) return cell => cell.columnKey
  return cell => cell.key
}

const lackOf = ({ cells }: Placed): string => `${cells[0]?.section} ${cells.map(keyIn(cells)).join(' ')}`

const alternatives = (form: Form, { year }: Filing, group: readonly Placed[]): Alternatives => {
  const first = group[0]?.cells ?? []
  return first.map((_, at) => ({
    cells: group.flatMap(({ cells, figure }) => {
      const cell = cells[at]
      const stated = cell && valueIn(form, year, cell.key, figure)
      return stated ? [stated] : []
    }),
  }))
}
