// What was pending last year is decided or still pending this year: T404. Districts count differently, so the answer
// holds for the unit.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { PendingRule } from './rule.ts'

export const pending = ({ rule, pending, total }: PendingRule, judged: Judged): readonly Finding[] => {
  const left = judged.amount(total)
  const right = judged.before.amount(pending)
  if (left === undefined || right === undefined || left >= right) return []
  return [
    {
      rule,
      severity: 'warning',
      cells: [total],
      left: { cells: [total], sum: left },
      right: { cells: [], sum: right },
      lasts: true,
    },
  ]
}
