// Rules of 表二 in the edition of 2019: stocks from one year to the next (T211, T213), stocks written where a flow belongs
// (T212), what is public (T214), purchases (T215).

import type { KindRule } from '../../../engine/rules/kinds.ts'
import { disclosureRules, inTable } from './disclosure-rules.ts'

const documents = ['regulations', 'normative-documents']
const services = ['licensing', 'other-services', 'penalties', 'coercion']

const t213 = { id: 'T213', source: 'expert knowledge: a document is made before it is made public' } as const

const documentRules = (row: string): readonly KindRule[] => [
  {
    type: 'at-least',
    id: 'T214',
    source: '国办公开办函〔2019〕60号: 对外公开总数量 is cumulative',
    severity: 'error',
    more: inTable(row, 'public-total'),
    less: inTable(row, 'published'),
  },
  {
    type: 'at-least',
    ...t213,
    severity: 'warning',
    more: inTable(row, 'made'),
    less: inTable(row, 'published'),
  },
  {
    type: 'stock',
    ...t213,
    message: 'T213.stock',
    closing: inTable(row, 'public-total'),
    opening: [inTable(row, 'public-total')],
    came: [inTable(row, 'published')],
    went: [],
    mayShrink: true,
  },
]

const serviceRules = (row: string): readonly KindRule[] => [
  {
    type: 'not-equal',
    id: 'T212',
    source: 'seen in published reports: a number of items where decisions are counted',
    left: [inTable(row, 'handled')],
    right: [inTable(row, 'items-last-year'), inTable(row, 'change')],
    least: 5,
  },
]

const itemRules = (row: string): readonly KindRule[] => [
  {
    type: 'stock',
    id: 'T211',
    source: '国办公开办函〔2019〕60号: 上一年项目数量 and 本年增/减 of the year before',
    closing: inTable(row, 'items-last-year'),
    opening: [inTable(row, 'items-last-year'), inTable(row, 'change')],
    came: [],
    went: [],
  },
]

export const disclosureRules2019: readonly KindRule[] = [
  ...documents.flatMap(documentRules),
  ...services.flatMap(serviceRules),
  ...[...services, 'fees'].flatMap(itemRules),
  {
    type: 'zero-together',
    id: 'T215',
    source: 'seen in published reports: purchases without an amount, an amount without its unit',
    left: inTable('procurement', 'projects'),
    right: inTable('procurement', 'amount'),
  },
  ...disclosureRules(['made', 'published', 'public-total']),
]
