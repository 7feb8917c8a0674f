// A finding: one thing that a check says. `error` blocks; `explain` blocks until a reason is written; `warning` never
// blocks. A missing answer is no finding, it is incomplete.

import type { CellKey, MessageId, RuleId, TextKey } from '../keys.ts'

export type Severity = 'error' | 'explain' | 'warning'

export type Finding = {
  readonly rule: RuleId
  readonly severity: Severity
  /** Which of the rule's messages says it; its own number where it has but one. */
  readonly message?: MessageId
  /** The cells that take part, those that can be entered first; none where only words are at fault. */
  readonly cells: readonly CellKey[]
  /** The text at fault, and the words in it. */
  readonly text?: TextKey
  readonly quote?: string
  /** Both sides of what should hold. */
  readonly left?: Side
  readonly right?: Side
  /** Further numbers and words of the message, by the name of their place in it. */
  readonly facts?: Readonly<Record<string, string | number>>
  /** The answer holds for the unit and not only for these figures: it is remembered next year. */
  readonly lasts?: true
  /** The unit's own reason: then an explain no longer blocks and a warning is answered. */
  readonly reason?: string
}

/** One side of a rule: its cells and what they add up to, in the cells' own unit (fen for money). */
export type Side = { readonly cells: readonly CellKey[]; readonly sum: number }

/** Whether a finding stops the report: an error always does, an explain until its reason is written. */
export const blocks = ({ severity, reason }: Pick<Finding, 'severity' | 'reason'>): boolean =>
  severity === 'error' || (severity === 'explain' && reason === undefined)

/** A warning that nobody has looked at: it never blocks, and is shown when all the rest is done. */
export const isUnanswered = ({ severity, reason }: Pick<Finding, 'severity' | 'reason'>): boolean =>
  severity === 'warning' && reason === undefined

/** A finding's identity from one review to the next, `<message or rule>:<first cell or text>[:<quote>]`. Stored in cards. */
export const findingKey = ({ rule, message, cells, text, quote }: Omit<Finding, 'severity'>): string =>
  [message ?? rule, cells[0] ?? text ?? '', ...(quote === undefined ? [] : [quote])].join(':')
