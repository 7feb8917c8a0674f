// Why an act in a filing's life is refused as the filing stands: its state, another content, or a need that is not met.

import { stateAfter, unmetNeed } from '../../district/lifecycle.ts'
import { missingCells, openKey } from '../../engine/completeness.ts'
import type { Filing } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import type { Review } from '../../engine/review.ts'
import type { Finding } from '../../engine/rules/finding.ts'
import type { HandledFiling, Handling } from '../ports/handling.ts'
import type { FilingWish } from './effects-of.ts'

/** The parts that are missing, and the findings that block. */
export type Unfinished = {
  readonly why: 'incomplete'
  readonly missing: readonly string[]
  readonly findings: readonly Finding[]
}

/** The reason, with all that is told beside it; keys are of cells, texts and gates. */
type AsItStands =
  | { readonly why: 'note-missing' | 'state' | 'not-review-first' | 'not-requested' }
  /** Another content stands; null where no act names the content that was meant. */
  | { readonly why: 'changed'; readonly changed: readonly string[] | null }
  | Unfinished
  /** `isVoid`: a sign-off of an earlier content stands. */
  | { readonly why: 'unsigned'; readonly isVoid: boolean; readonly changed: readonly string[] | null }

export type FilingRefusal =
  | { readonly why: 'not-allowed' | 'own-hand' | 'filing-unknown' }
  | (AsItStands & { readonly stood: HandledFiling })

/** Null when the act may be done; `stood` is in the form's present revision, and `judged` its review. */
export const refusalOf = async (
  { changedSince }: Pick<Handling, 'changedSince'>,
  stood: HandledFiling,
  wish: FilingWish,
  form: Form,
  judged: Review,
): Promise<AsItStands | null> => {
  const { state, content, signedContent, practice, filing } = stood
  if (stateAfter(state, wish.act) === null) return { why: 'state' }
  if (wish.content !== null && wish.content !== content)
    return { why: 'changed', changed: await changedSince(filing.id, wish.content) }
  const unfinished = unfinishedIn(form, filing, judged)
  const need = unmetNeed(wish.act, {
    isComplete: unfinished === null,
    isSigned: signedContent === content,
    hasNote: (wish.note ?? '').trim() !== '',
    isRequested: stood.notes.some(note => note.kind === 'request' && note.closedAt === null),
    practice,
  })
  if (need === null) return null
  if (need === 'note') return { why: 'note-missing' }
  if (need === 'review-first') return { why: 'not-review-first' }
  if (need === 'requested') return { why: 'not-requested' }
  if (need === 'complete') return unfinished
  const changed = signedContent === null ? null : await changedSince(filing.id, signedContent)
  return { why: 'unsigned', isVoid: signedContent !== null, changed }
}

/** Null for a report in which nothing is missing and nothing blocks. */
export const unfinishedIn = (
  form: Form,
  filing: Filing,
  { errors, incomplete }: Review,
): Unfinished | null => {
  const missing = [
    ...missingCells(form, filing),
    ...incomplete.filter(({ type }) => type === 'year-end').map(openKey),
  ]
  return missing.length === 0 && errors.length === 0 ? null : { why: 'incomplete', missing, findings: errors }
}
