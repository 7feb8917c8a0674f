// Cases that were pending last year are decided or still pending this year. Districts count differently, so the answer
// holds for the unit.

import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'

export type AccountedForRule = RuleData & { readonly pending: CellKey; readonly total: CellKey }

export const accountedFor: Kind<AccountedForRule> = {
  severity: 'warning',
  judge: ({ id, pending, total }, judged) => {
    const left = judged.amount(total)
    const right = judged.before.amount(pending)
    if (left === undefined || right === undefined || left >= right) return []
    return [
      {
        rule: id,
        severity: 'warning',
        cells: [total],
        left: { cells: [total], sum: left },
        right: { cells: [], sum: right },
        lasts: true,
      },
    ]
  },
}
