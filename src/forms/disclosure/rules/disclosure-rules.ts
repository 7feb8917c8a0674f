// Rules that both editions of 表二 have: regulations belong to some levels (T203, 立法法), powers are used or not (T205), and
// figures do not repeat last year's.

import { type CellKey, cellKey, type Level } from '../../../engine/keys.ts'
import type { KindRule } from '../../../engine/rules/kinds.ts'

/** 立法法第九十一条、第九十三条: departments of the State Council, provinces, and cities with districts. */
const makesRegulations: readonly Level[] = ['province', 'city']

export const inTable = (row: string, column: string): CellKey => cellKey(`disclosure.${row}.${column}`)

const powers = ['licensing', 'penalties', 'coercion']
const handled = (row: string) => inTable(row, 'handled')
const t205 = { id: 'T205', source: 'an existing public checker (QR-007); the powers of the unit' } as const

/** `regulations`: the columns of its row. */
export const disclosureRules = (regulations: readonly string[]): readonly KindRule[] => [
  {
    type: 'level',
    id: 'T203',
    source: '立法法第九十一条、第九十三条',
    cells: regulations.map(column => inTable('regulations', column)),
    levels: makesRegulations,
  },
  ...powers.map((row): KindRule => ({ type: 'power', ...t205, power: row, cell: handled(row) })),
  { type: 'ratio', ...t205, message: 'T205.ratio', cells: powers.map(handled) },
  {
    type: 'not-equal',
    ...t205,
    message: 'T205.same',
    left: [handled('penalties')],
    right: [handled('coercion')],
    least: 20,
  },
]
