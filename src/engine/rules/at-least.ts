// A part cannot exceed its whole: all that is public and the part published this year; the stock and what was added to it,
// less what left it.

import { exactSum } from '../exact-sum.ts'
import type { CellKey } from '../keys.ts'
import type { Severity } from './finding.ts'
import type { Kind, RuleData } from './kind.ts'

export type AtLeastRule = RuleData & {
  readonly severity: Severity
  readonly more: CellKey
  readonly less: CellKey
  /** Went away meanwhile and need not be there. */
  readonly gone?: CellKey
}

export const atLeast: Kind<AtLeastRule> = {
  severity: 'stated',
  judge: ({ id, severity, more, less, gone }, judged) => {
    const left = judged.amount(more)
    const stays = judged.amount(less)
    const went = gone === undefined ? 0 : judged.amount(gone)
    if (left === undefined || stays === undefined || went === undefined) return []
    const right = exactSum([stays, -went])
    if (left >= right) return []
    return [
      {
        rule: id,
        severity,
        cells: [more, less, ...(gone === undefined ? [] : [gone])],
        left: { cells: [more], sum: left },
        right: { cells: [less, ...(gone === undefined ? [] : [gone])], sum: right },
      },
    ]
  },
}
