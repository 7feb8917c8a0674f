// A stock: last year's closing, and what came and went, give this year's. A note printed behind one of the figures has
// said why it is otherwise.

import { exactSum } from '../exact-sum.ts'
import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'
import { sumOf } from './sum-of.ts'

export type StockRule = RuleData & {
  readonly closing: CellKey
  /** Last year's cells that add up to what the year began with. */
  readonly opening: readonly CellKey[]
  readonly came: readonly CellKey[]
  readonly went: readonly CellKey[]
  /** Some may have gone that no cell counts: less than expected is right. */
  readonly mayShrink?: true
}

export const stock: Kind<StockRule> = {
  severity: 'warning',
  judge: (rule, judged) => {
    const own = [rule.closing, ...rule.came, ...rule.went]
    const left = judged.amount(rule.closing)
    const opening = sumOf(rule.opening, judged.before.amount)
    const came = sumOf(rule.came, judged.amount)
    const went = sumOf(rule.went, judged.amount)
    if (left === undefined || opening === undefined || came === undefined || went === undefined) return []
    const expected = exactSum([opening, came, -went])
    const fits = rule.mayShrink ? left <= expected : left === expected
    if (fits || own.some(cell => judged.note(cell) !== null)) return []
    return [
      {
        rule: rule.id,
        severity: 'warning',
        ...(rule.message && { message: rule.message }),
        cells: own,
        left: { cells: [rule.closing], sum: left },
        right: { cells: [], sum: expected },
        facts: { opening, came, went },
      },
    ]
  },
}
