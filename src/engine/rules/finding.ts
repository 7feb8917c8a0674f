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
  /** Both sides of what should hold. */
  readonly left?: Side
  readonly right?: Side
}

/** One side of a rule: its cells and what they add up to, in the cells' own unit (fen for money). */
export type Side = { readonly cells: readonly CellKey[]; readonly sum: number }
