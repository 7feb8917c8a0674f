// A check that a form carries: who it is and how it judges. It must not know a kind of rule, a form or a statute.

import type { CellKey, MessageId, RuleId } from '../keys.ts'
import type { Finding, Severity } from './finding.ts'
import type { Judged } from './judged.ts'

export type Rule = {
  /** The rule's permanent number. Several rules of a form may share one: a sum of every column. */
  readonly id: RuleId
  /** The worst it finds. */
  readonly severity: Severity
  /** Where it is written: the law, the notice, the form's own print, or the practice it was seen in. */
  readonly source: string
  /** Every message it may say; each has words in every locale. */
  readonly messages: readonly MessageId[]
  /** Pure: the same answers give the same findings, which is why answers that still hold spare a judgement. */
  readonly judge: (judged: Judged) => readonly Finding[]
  /** The generic kind that judges it, where it is one. */
  readonly kind?: string
  /** The form's data that it was made from, where it is of a kind. */
  readonly data?: unknown
  /** The two sides of a rule that is an equation, for those who compute with it. */
  readonly equation?: Equation
}

/** Two sums that must agree. */
export type Equation = { readonly left: readonly CellKey[]; readonly right: readonly CellKey[] }
