// What must agree in 表二 of the edition of 2021: what is in force, within the year (T202) and from one to the next
// (T201), and the unit of the fees (T206).

import type { Rule } from '../../../engine/rules/rule.ts'
import { disclosureRules, inTable } from './disclosure-rules.ts'

const documentRules = (row: string): readonly Rule[] => [
  {
    type: 'at-least',
    rule: 'T202',
    severity: 'warning',
    more: inTable(row, 'in-force'),
    less: inTable(row, 'made'),
    gone: inTable(row, 'repealed'),
  },
  {
    type: 'stock',
    rule: 'T201',
    closing: inTable(row, 'in-force'),
    opening: [inTable(row, 'in-force')],
    came: [inTable(row, 'made')],
    went: [inTable(row, 'repealed')],
  },
]

export const disclosureRules2021: readonly Rule[] = [
  ...['regulations', 'normative-documents'].flatMap(documentRules),
  { type: 'wan', rule: 'T206', cell: inTable('fees', 'collected'), small: ['town', 'street', 'bureau'] },
  ...disclosureRules(['made', 'repealed', 'in-force']),
]
