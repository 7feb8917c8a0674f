// A part cannot exceed what it is a part of: T214, all that is public ≥ what was published this year; T202, what is in
// force ≥ what was made less what was repealed.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { AtLeastRule } from './rule.ts'

export const atLeast = (rule: AtLeastRule, judged: Judged): readonly Finding[] => {
  const { more, less, gone } = rule
  const left = judged.amount(more)
  const stays = judged.amount(less)
  const went = gone === undefined ? 0 : judged.amount(gone)
  if (left === undefined || stays === undefined || went === undefined || left >= stays - went) return []
  return [
    {
      rule: rule.rule,
      severity: rule.severity,
      cells: [more, less, ...(gone === undefined ? [] : [gone])],
      left: { cells: [more], sum: left },
      right: { cells: [less, ...(gone === undefined ? [] : [gone])], sum: stays - went },
    },
  ]
}
