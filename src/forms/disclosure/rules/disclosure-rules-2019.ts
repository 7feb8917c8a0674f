// What must agree in 表二 of the edition of 2019: stocks from one year to the next (T211, T213), stocks written where a
// flow belongs (T212), what is public (T214), purchases (T215).

import type { Rule } from '../../../engine/rules/rule.ts'
import { disclosureRules, inTable } from './disclosure-rules.ts'

const documents = ['regulations', 'normative-documents']
const services = ['licensing', 'other-services', 'penalties', 'coercion']

const documentRules = (row: string): readonly Rule[] => [
  {
    type: 'at-least',
    rule: 'T214',
    severity: 'error',
    more: inTable(row, 'public-total'),
    less: inTable(row, 'published'),
  },
  {
    type: 'at-least',
    rule: 'T213',
    severity: 'warning',
    more: inTable(row, 'made'),
    less: inTable(row, 'published'),
  },
  {
    type: 'stock',
    rule: 'T213',
    message: 'T213.stock',
    closing: inTable(row, 'public-total'),
    opening: [inTable(row, 'public-total')],
    came: [inTable(row, 'published')],
    went: [],
    mayShrink: true,
  },
]

const serviceRules = (row: string): readonly Rule[] => [
  {
    type: 'apart',
    rule: 'T212',
    left: [inTable(row, 'handled')],
    right: [inTable(row, 'items-last-year'), inTable(row, 'change')],
    least: 5,
  },
]

const itemRules = (row: string): readonly Rule[] => [
  {
    type: 'stock',
    rule: 'T211',
    closing: inTable(row, 'items-last-year'),
    opening: [inTable(row, 'items-last-year'), inTable(row, 'change')],
    came: [],
    went: [],
  },
]

export const disclosureRules2019: readonly Rule[] = [
  ...documents.flatMap(documentRules),
  ...services.flatMap(serviceRules),
  ...[...services, 'fees'].flatMap(itemRules),
  {
    type: 'together',
    rule: 'T215',
    left: inTable('procurement', 'projects'),
    right: inTable('procurement', 'amount'),
  },
  ...disclosureRules(['made', 'published', 'public-total']),
]
