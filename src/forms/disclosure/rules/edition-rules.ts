// What holds for a whole edition: it belongs to its years (F01), no cell is blank (F07), and what counts things is a
// whole number. rules.json gives T304 to 表三 alone; a negative count is no better in 表二 and 表四.

import type { TableSection } from '../../../engine/form.ts'
import type { Rule } from '../../../engine/rules/rule.ts'

type Edition = {
  readonly years: { readonly from: number; readonly to: number | null }
  readonly notice: string
  /** 表二, 表三, 表四 in their order. */
  readonly tables: readonly [TableSection, TableSection, TableSection]
}

export const editionRules = ({ years, notice, tables }: Edition): readonly Rule[] => [
  { type: 'edition', rule: 'F01', ...years, notice },
  { type: 'blank', rule: 'F07', cells: tables.flatMap(({ cells }) => cells.map(({ key }) => key)) },
  { type: 'whole', rule: 'T304', message: 'T304.table2', cells: countsIn(tables[0]) },
  { type: 'whole', rule: 'T304', message: 'T304.table4', cells: countsIn(tables[2]) },
]

const countsIn = ({ cells }: TableSection) =>
  cells.filter(({ answer }) => answer === 'count').map(({ key }) => key)
