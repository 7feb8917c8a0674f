// Five times last year's figure or a fifth of it, both of some size.

import type { CellKey } from '../keys.ts'
import type { Finding } from './finding.ts'
import type { Kind, RuleData } from './kind.ts'

export type RatioRule = RuleData & { readonly cells: readonly CellKey[] }

const most = 5
/** Below this size a ratio says nothing (practice of reviewers). */
const least = 20

export const ratio: Kind<RatioRule> = {
  severity: 'warning',
  judge: (rule, judged) =>
    rule.cells.flatMap((cell): readonly Finding[] => {
      const now = judged.amount(cell)
      const before = judged.before.amount(cell)
      if (now === undefined || before === undefined || Math.min(now, before) < least) return []
      if (now <= most * before && before <= most * now) return []
      return [
        {
          rule: rule.id,
          severity: 'warning',
          ...(rule.message && { message: rule.message }),
          cells: [cell],
          left: { cells: [cell], sum: now },
          right: { cells: [], sum: before },
        },
      ]
    }),
}
