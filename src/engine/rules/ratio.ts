// Five times last year's figure or a fifth of it, both of some size; and a fall to nothing, which is the likeliest slip of
// all: what is not chosen becomes 0.

import type { CellKey } from '../keys.ts'
import type { Finding } from './finding.ts'
import type { Kind, RuleData } from './kind.ts'

export type RatioRule = RuleData & { readonly cells: readonly CellKey[] }

const most = 5
/** Below this size a ratio says nothing (practice of reviewers). */
const least = 20
/** From this size on a figure does not fall below `least` unasked. */
const large = 100

export const ratio: Kind<RatioRule> = {
  severity: 'warning',
  ways: ['fallen'],
  judge: (rule, judged) =>
    rule.cells.flatMap((cell): readonly Finding[] => {
      const now = judged.amount(cell)
      const before = judged.before.amount(cell)
      if (now === undefined || before === undefined) return []
      const isFallen = now >= 0 && now < least && before >= (now === 0 ? least : large) && before > most * now
      if (!isFallen && Math.min(now, before) < least) return []
      if (!isFallen && now <= most * before && before <= most * now) return []
      const message = isFallen ? `${rule.id}.fallen` : rule.message
      return [
        {
          rule: rule.id,
          severity: 'warning',
          ...(message && { message }),
          cells: [cell],
          left: { cells: [cell], sum: now },
          right: { cells: [], sum: before },
        },
      ]
    }),
}
