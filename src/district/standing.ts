// Where a filing stands, as planner, status and dashboard read it: one pure function, used by the commit of an answer
// and by the job that judges anew.

import { inAskedOrder, missingBehind, openKey } from '../engine/completeness.ts'
import { derive, isFigure, stated } from '../engine/derive.ts'
import type { Filing } from '../engine/filing.ts'
import type { Form } from '../engine/form.ts'
import { indexOf } from '../engine/index-of.ts'
import type { Known } from '../engine/known.ts'
import type { Review } from '../engine/review.ts'
import { rulesName } from '../forms/rules-name.ts'
import type { FilingState } from './lifecycle.ts'

export type Standing = {
  readonly state: FilingState
  /** Questions that are still asked. */
  readonly open: number
  /** Cells and required texts that hold nothing. */
  readonly missing: number
  /** Findings that block. */
  readonly errors: number
  /** Findings whose reason stands. */
  readonly explained: number
  /** Nothing is missing and every figure says none (零报告). */
  readonly zero: boolean
  /** The key of the first open question, in the order of asking. */
  readonly next: string | null
  /** See `judgedWith`. */
  readonly judgedWith: string
}

/** The standing of a filing in the form's present revision, from its review with the same `known`. */
export const standingOf = (
  form: Form,
  filing: Filing,
  { yearEnd }: Known,
  { findings, errors, incomplete }: Review,
  state: FilingState,
): Standing => {
  const missing = missingBehind(form, filing, incomplete).size
  const [first] = inAskedOrder(form, incomplete)
  return {
    state,
    open: incomplete.length,
    missing,
    errors: errors.length,
    explained: findings.filter(({ reason }) => reason !== undefined).length,
    zero: missing === 0 && saysNone(form, filing),
    next: first ? openKey(first) : null,
    judgedWith: judgedWith(form, yearEnd !== null),
  }
}

/** The name of all that a judgement rests on besides the filing: form, revision, rules, and whether its year is over. */
export const judgedWith = (form: Form, isYearOver: boolean): string =>
  isYearOver ? rulesName(form) : `${rulesName(form)}/early`

const saysNone = (form: Form, filing: Filing): boolean => {
  const figures = derive(form, filing)
  return [...indexOf(form).cells.values()].every(
    ({ key }) => !isFigure(form, key, stated(filing, figures, key)),
  )
}
