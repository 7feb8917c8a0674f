// A series of figures that are last year's over again. Zeros and small figures repeat by themselves.

import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'

export type NotRepeatedRule = RuleData & { readonly cells: readonly CellKey[] }

/** At least three of 20 or more (practice of reviewers). */
const series = 3
const least = 20

export const notRepeated: Kind<NotRepeatedRule> = {
  severity: 'warning',
  judge: ({ id, message, cells }, judged) => {
    const same = cells.filter(cell => {
      const now = judged.amount(cell) ?? 0
      return now >= least && now === judged.before.amount(cell)
    })
    if (same.length < series) return []
    return [
      {
        rule: id,
        severity: 'warning',
        ...(message && { message }),
        cells: same,
        facts: { count: same.length },
      },
    ]
  },
}
