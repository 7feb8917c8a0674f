// Two figures are zero together or not at all, and money carries its unit: T215.

import type { CellKey } from '../form.ts'
import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { TogetherRule } from './rule.ts'

export const together = (rule: TogetherRule, judged: Judged): readonly Finding[] => {
  const left = judged.amount(rule.left)
  const right = judged.amount(rule.right)
  if (left === undefined || right === undefined) return []
  const agree = (left === 0) === (right === 0)
  if (agree && hasUnit(rule.left, judged) && hasUnit(rule.right, judged)) return []
  return [
    {
      rule: rule.rule,
      severity: 'error',
      cells: [rule.left, rule.right],
      left: { cells: [rule.left], sum: left },
      right: { cells: [rule.right], sum: right },
    },
  ]
}

/** A bare number in a money cell was written without a unit; only zero needs none. */
const hasUnit = (cell: CellKey, judged: Judged): boolean => {
  const value = judged.value(cell)
  return judged.answer(cell) !== 'money' || typeof value !== 'number' || value === 0
}
