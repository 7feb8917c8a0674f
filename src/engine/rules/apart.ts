// Two figures that have no reason to be equal: T205, as many penalties as coercions; T212, a stock in the column of a
// flow.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { ApartRule } from './rule.ts'
import { sumOf } from './sum-of.ts'

export const apart = (rule: ApartRule, judged: Judged): readonly Finding[] => {
  const left = sumOf(rule.left, judged.amount)
  const right = sumOf(rule.right, judged.amount)
  if (left === undefined || left !== right || left < rule.least) return []
  return [
    {
      rule: rule.rule,
      severity: 'warning',
      ...(rule.message && { message: rule.message }),
      cells: [...rule.left, ...rule.right],
      left: { cells: rule.left, sum: left },
      right: { cells: rule.right, sum: right },
    },
  ]
}
