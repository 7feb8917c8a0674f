// Two sums that have no reason to be equal: one figure entered twice, a stock in the column of a flow.

import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'
import { sumOf } from './sum-of.ts'

export type NotEqualRule = RuleData & {
  readonly left: readonly CellKey[]
  readonly right: readonly CellKey[]
  /** From this size on it is no chance. */
  readonly least: number
}

export const notEqual: Kind<NotEqualRule> = {
  severity: 'warning',
  judge: (rule, judged) => {
    const left = sumOf(rule.left, judged.amount)
    const right = sumOf(rule.right, judged.amount)
    if (left === undefined || left !== right || left < rule.least) return []
    return [
      {
        rule: rule.id,
        severity: 'warning',
        ...(rule.message && { message: rule.message }),
        cells: [...rule.left, ...rule.right],
        left: { cells: rule.left, sum: left },
        right: { cells: rule.right, sum: right },
      },
    ]
  },
}
