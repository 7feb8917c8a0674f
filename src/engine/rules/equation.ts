// Two sums must agree: the cross-foot rules that a table prints.

import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'
import { sumOf } from './sum-of.ts'

/** With the way `blank`, the first cell is a total that paper may have left blank. */
export type EquationRule = RuleData & {
  readonly left: readonly CellKey[]
  readonly right: readonly CellKey[]
}

/**
 * A blank counts as 0; with an absent figure nothing is judged, the cell is incomplete. A total that nobody stated is
 * our own sum and cannot be wrong.
 */
export const equation: Kind<EquationRule> = {
  severity: 'error',
  judge: (rule, judged) => {
    const [only] = rule.left
    if (rule.left.length === 1 && only && judged.isOurs(only)) return []
    if ([...rule.left, ...rule.right].every(judged.isOurs)) return []
    const left = sumOf(rule.left, judged.amount)
    const right = sumOf(rule.right, judged.amount)
    if (left === undefined || right === undefined || left === right) return []
    return [
      {
        rule: rule.id,
        severity: 'error',
        ...(rule.ways && only && judged.value(only) === null && { message: `${rule.id}.blank` }),
        cells: [...rule.left, ...rule.right],
        left: { cells: rule.left, sum: left },
        right: { cells: rule.right, sum: right },
      },
    ]
  },
}
