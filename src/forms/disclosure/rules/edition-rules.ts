// Rules of a whole edition: it belongs to its years (F01), no cell is blank (F07), and a count is a whole number, in 表二
// and 表四 as in 表三.

import type { TableSection } from '../../../engine/form.ts'
import type { KindRule } from '../../../engine/rules/kinds.ts'

type Edition = {
  readonly years: { readonly from: number; readonly to: number | null }
  readonly notice: string
  /** 表二, 表三, 表四 in their order. */
  readonly tables: readonly [TableSection, TableSection, TableSection]
}

/** T304 of 表三 stands with its other rules. */
export const wholeSource = 'expert knowledge: requests, documents and cases are counted'

export const editionRules = ({ years, notice, tables }: Edition): readonly KindRule[] => [
  { type: 'edition', id: 'F01', source: notice, ...years, notice },
  {
    type: 'blank',
    id: 'F07',
    source: 'an existing public checker: a blank is not a zero',
    cells: tables.flatMap(({ cells }) => cells.map(({ key }) => key)),
  },
  { type: 'whole', id: 'T304', source: wholeSource, message: 'T304.table2', cells: countsIn(tables[0]) },
  { type: 'whole', id: 'T304', source: wholeSource, message: 'T304.table4', cells: countsIn(tables[2]) },
]

const countsIn = ({ cells }: TableSection) =>
  cells.filter(({ answer }) => answer === 'count').map(({ key }) => key)
