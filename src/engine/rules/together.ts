// Two figures are zero together or not at all, and money carries its unit: T215.

import type { CellKey } from '../form.ts'
import type { Finding, Side } from './finding.ts'
import type { Judged } from './judged.ts'
import type { TogetherRule } from './rule.ts'

/** The unit is asked for as soon as there is an amount; the zeros are compared when both are there. */
export const together = (rule: TogetherRule, judged: Judged): readonly Finding[] => {
  const cells = [rule.left, rule.right]
  const isWritten = cells.every(cell => hasUnit(cell, judged))
  const [left, right] = cells.map(judged.amount)
  const isKnown = left !== undefined && right !== undefined
  if (isWritten && (!isKnown || (left === 0) === (right === 0))) return []
  return [{ rule: rule.rule, severity: 'error', cells, ...sides(rule, left, right) }]
}

const sides = ({ left, right }: TogetherRule, one: number | undefined, other: number | undefined) => ({
  ...(one !== undefined && { left: side(left, one) }),
  ...(other !== undefined && { right: side(right, other) }),
})

const side = (cell: CellKey, sum: number): Side => ({ cells: [cell], sum })

/** A bare number in a money cell was written without a unit; only zero needs none. */
const hasUnit = (cell: CellKey, judged: Judged): boolean => {
  const value = judged.value(cell)
  return judged.answer(cell) !== 'money' || typeof value !== 'number' || value === 0
}
