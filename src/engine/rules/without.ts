// Disputes over requests, where there was no request this year or last: T402. Silent while last year is unknown.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { WithoutRule } from './rule.ts'
import { sumOf } from './sum-of.ts'

export const without = ({ rule, cells, sources }: WithoutRule, judged: Judged): readonly Finding[] => {
  const found = cells.filter(cell => (judged.amount(cell) ?? 0) > 0)
  const isNone = sumOf(sources, judged.amount) === 0 && sumOf(sources, judged.before.amount) === 0
  return isNone && found.length > 0 ? [{ rule, severity: 'warning', cells: found }] : []
}
