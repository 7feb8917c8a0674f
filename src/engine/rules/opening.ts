// The year began with what last year ended with.

import type { CellKey } from '../keys.ts'
import type { Severity } from './finding.ts'
import type { Kind, RuleData } from './kind.ts'

export type OpeningRule = RuleData & {
  readonly severity: Severity
  readonly cell: CellKey
  /** Last year's cell that it continues. */
  readonly closing: CellKey
}

export const opening: Kind<OpeningRule> = {
  severity: 'stated',
  judge: ({ id, message, severity, cell, closing }, judged) => {
    const left = judged.amount(cell)
    const right = judged.before.amount(closing)
    if (left === undefined || right === undefined || left === right) return []
    return [
      {
        rule: id,
        severity,
        ...(message && { message }),
        cells: [cell],
        left: { cells: [cell], sum: left },
        right: { cells: [], sum: right },
      },
    ]
  },
}
