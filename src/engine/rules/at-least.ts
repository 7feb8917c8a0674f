// A part cannot exceed what it is a part of: T214, all that is public ≥ what was published this year.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { AtLeastRule } from './rule.ts'

export const atLeast = ({ rule, more, less }: AtLeastRule, judged: Judged): readonly Finding[] => {
  const left = judged.amount(more)
  const right = judged.amount(less)
  if (left === undefined || right === undefined || left >= right) return []
  return [
    {
      rule,
      severity: 'error',
      cells: [more, less],
      left: { cells: [more], sum: left },
      right: { cells: [less], sum: right },
    },
  ]
}
