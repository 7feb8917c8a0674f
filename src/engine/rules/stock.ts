// What was there, what came and what went give what is there: T201, T211 and T213, from one year to the next. A note
// printed behind one of the figures has said why it is otherwise.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { StockRule } from './rule.ts'
import { sumOf } from './sum-of.ts'

export const stock = (rule: StockRule, judged: Judged): readonly Finding[] => {
  const own = [rule.closing, ...rule.came, ...rule.went]
  const left = judged.amount(rule.closing)
  const opening = sumOf(rule.opening, judged.before.amount)
  const came = sumOf(rule.came, judged.amount)
  const went = sumOf(rule.went, judged.amount)
  if (left === undefined || opening === undefined || came === undefined || went === undefined) return []
  const expected = opening + came - went
  const fits = rule.mayShrink ? left <= expected : left === expected
  if (fits || own.some(cell => judged.note(cell) !== null)) return []
  return [
    {
      rule: rule.rule,
      severity: 'warning',
      ...(rule.message && { message: rule.message }),
      cells: own,
      left: { cells: [rule.closing], sum: left },
      right: { cells: [], sum: expected },
      facts: { opening, came, went },
    },
  ]
}
