// What the year began with is what last year ended with: Y01.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { OpeningRule } from './rule.ts'

export const opening = (rule: OpeningRule, judged: Judged): readonly Finding[] => {
  const left = judged.amount(rule.cell)
  const right = judged.before.amount(rule.closing)
  if (left === undefined || right === undefined || left === right) return []
  return [
    {
      rule: rule.rule,
      severity: rule.severity,
      ...(rule.message && { message: rule.message }),
      cells: [rule.cell],
      left: { cells: [rule.cell], sum: left },
      right: { cells: [], sum: right },
    },
  ]
}
