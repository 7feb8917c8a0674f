// Two figures are zero together or not at all, and money carries its unit.

import type { CellKey } from '../keys.ts'
import type { Side } from './finding.ts'
import type { Judged } from './judged.ts'
import type { Kind, RuleData } from './kind.ts'

export type ZeroTogetherRule = RuleData & { readonly left: CellKey; readonly right: CellKey }

/** The unit is asked for as soon as there is an amount; the zeros are compared when both are there. */
export const zeroTogether: Kind<ZeroTogetherRule> = {
  severity: 'error',
  judge: (rule, judged) => {
    const cells = [rule.left, rule.right]
    const isWritten = cells.every(cell => hasUnit(cell, judged))
    const [left, right] = cells.map(judged.amount)
    const isKnown = left !== undefined && right !== undefined
    if (isWritten && (!isKnown || (left === 0) === (right === 0))) return []
    return [{ rule: rule.id, severity: 'error', cells, ...sides(rule, left, right) }]
  },
}

const sides = ({ left, right }: ZeroTogetherRule, one: number | undefined, other: number | undefined) => ({
  ...(one !== undefined && { left: side(left, one) }),
  ...(other !== undefined && { right: side(right, other) }),
})

const side = (cell: CellKey, sum: number): Side => ({ cells: [cell], sum })

/** A bare number in a money cell was written without a unit; only zero needs none. */
const hasUnit = (cell: CellKey, judged: Judged): boolean => {
  const value = judged.value(cell)
  return judged.answer(cell) !== 'money' || typeof value !== 'number' || value === 0
}
