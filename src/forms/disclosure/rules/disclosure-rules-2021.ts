// Rules of 表二 in the edition of 2021: what is in force, within the year (T202) and from one to the next (T201), and the
// unit of the fees (T206).

import type { KindRule } from '../../../engine/rules/kinds.ts'
import { disclosureRules, inTable } from './disclosure-rules.ts'

const documentRules = (row: string): readonly KindRule[] => [
  {
    type: 'at-least',
    id: 'T202',
    source: 'expert knowledge: what was made and not repealed is in force',
    severity: 'warning',
    more: inTable(row, 'in-force'),
    less: inTable(row, 'made'),
    gone: inTable(row, 'repealed'),
  },
  {
    type: 'stock',
    id: 'T201',
    source:
      'an existing public checker; the reasons 修订不增件, 自然失效, 清理, 口径调整 of published reports',
    closing: inTable(row, 'in-force'),
    opening: [inTable(row, 'in-force')],
    came: [inTable(row, 'made')],
    went: [inTable(row, 'repealed')],
  },
]

export const disclosureRules2021: readonly KindRule[] = [
  ...['regulations', 'normative-documents'].flatMap(documentRules),
  {
    type: 'unit-slip',
    id: 'T206',
    source: '国办公开办函〔2021〕30号: 本年收费金额（单位：万元）',
    cell: inTable('fees', 'collected'),
    small: ['town', 'street', 'bureau'],
  },
  ...disclosureRules(['made', 'repealed', 'in-force']),
]
