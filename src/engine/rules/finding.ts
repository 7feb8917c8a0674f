// What a check says. `error` blocks; `explain` blocks until a reason is written; `warning` never blocks. What is
// missing is no finding, it is incomplete.

import type { CellKey } from '../form.ts'
import type { RuleId } from './rule.ts'

export type Severity = 'error' | 'explain' | 'warning'

export type Finding = {
  readonly rule: RuleId
  readonly severity: Severity
  /** The cells that take part, those that can be entered first. */
  readonly cells: readonly CellKey[]
  /** Both sides of what should hold, in the cells' own unit (分 for money). */
  readonly left?: number
  readonly right?: number
}
