// What both editions of 表二 have in common: regulations belong to some levels (T203, 立法法), powers that are used or
// not (T205), and figures that repeat last year's (Y02).

import { type CellKey, cellKey, type Level } from '../../../engine/form.ts'
import type { Rule } from '../../../engine/rules/rule.ts'

/** 立法法第九十一条、第九十三条: departments of the State Council, provinces, and cities with districts. */
const makesRegulations: readonly Level[] = ['province', 'city']

export const inTable = (row: string, column: string): CellKey => cellKey(`disclosure.${row}.${column}`)

const powers = ['licensing', 'penalties', 'coercion']
const handled = (row: string) => inTable(row, 'handled')

/** `regulations`: the columns of its row. */
export const disclosureRules = (regulations: readonly string[]): readonly Rule[] => [
  {
    type: 'level',
    rule: 'T203',
    cells: regulations.map(column => inTable('regulations', column)),
    levels: makesRegulations,
  },
  ...powers.map((row): Rule => ({ type: 'power', rule: 'T205', power: row, cell: handled(row) })),
  { type: 'ratio', rule: 'T205', message: 'T205.ratio', cells: powers.map(handled) },
  {
    type: 'apart',
    rule: 'T205',
    message: 'T205.same',
    left: [handled('penalties')],
    right: [handled('coercion')],
    least: 20,
  },
]
