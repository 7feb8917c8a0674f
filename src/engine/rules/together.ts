// Two figures are zero together or not at all, and money carries its unit: T215.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { TogetherRule } from './rule.ts'

export const together = (rule: TogetherRule, judged: Judged): readonly Finding[] => {
  const left = judged(rule.left)
  const right = judged(rule.right)
  if (!left || !right) return []
  const agree = (left.amount === 0) === (right.amount === 0)
  if (agree && hasUnit(left) && hasUnit(right)) return []
  return [
    {
      rule: rule.rule,
      severity: 'error',
      cells: [rule.left, rule.right],
      left: { cells: [rule.left], sum: left.amount },
      right: { cells: [rule.right], sum: right.amount },
    },
  ]
}

/** A bare number in a money cell was written without a unit; only zero needs none. */
const hasUnit = ({ value, answer }: NonNullable<ReturnType<Judged>>): boolean =>
  answer !== 'money' || typeof value !== 'number' || value === 0
