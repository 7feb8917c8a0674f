// A series of figures that are last year's over again: Y02. Zeros and small figures repeat by themselves.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { FreshRule } from './rule.ts'

/** At least three of 20 or more (rules.json, Y02). */
const series = 3
const least = 20

export const fresh = ({ rule, cells }: FreshRule, judged: Judged): readonly Finding[] => {
  const same = cells.filter(cell => {
    const now = judged.amount(cell) ?? 0
    return now >= least && now === judged.before.amount(cell)
  })
  if (same.length < series) return []
  return [{ rule, severity: 'warning', message: 'Y02.same', cells: same, facts: { count: same.length } }]
}
