// The acts that a person of the office has open on a report before them, in the order of buttons.

import { decide } from '../../district/access.ts'
import { stateAfter } from '../../district/lifecycle.ts'
import { isSigned, openNotes } from '../conversation/life/life.ts'
import type { AskingName } from '../doors.ts'
import type { Caller } from '../open.ts'
import type { DeskDeps } from './desk-deps.ts'
import type { Reviewed } from './reviewed.ts'

/** The office's acts in a review, as `district/lifecycle.ts` names them. */
export const reviewActs = [
  'grant-return',
  'approve-filing',
  'clear-filing',
  'return-filing',
  'ask-filing',
  'take-filing',
  'undo-approval',
] as const
export type ReviewAct = (typeof reviewActs)[number]

/** `isMain`: it ends the review, or does what the unit asks for. */
export type OpenAct = { readonly act: ReviewAct; readonly isMain: boolean }

/** The asking by which the desk does each. */
export const askingOf = {
  'grant-return': 'grant-return',
  'approve-filing': 'approve-report',
  'clear-filing': 'clear-report',
  'return-filing': 'return-report',
  'ask-filing': 'ask-unit',
  'take-filing': 'take-report',
  'undo-approval': 'undo-approval',
} as const satisfies Readonly<Record<ReviewAct, AskingName>>

const mains: readonly ReviewAct[] = ['grant-return', 'approve-filing', 'clear-filing']

/** Those that the state allows, the report is ready for, and the caller has the right to. */
export const openActs = async (
  { registry }: Pick<DeskDeps, 'registry'>,
  caller: Caller,
  { stood }: Pick<Reviewed, 'stood'>,
): Promise<readonly OpenAct[]> => {
  const { content, state, practice, unit } = stood
  const ground = await registry.unitGround(caller.type === 'person' ? caller.account : '', unit.id)
  if (!ground) return []
  const isDraft = practice === 'review-first' && !isSigned(stood)
  const isReady = (act: ReviewAct): boolean => {
    if (act === 'grant-return') return openNotes(stood, 'request').length > 0
    if (act === 'approve-filing') return !isDraft
    return act !== 'clear-filing' || (isDraft && stood.clearedContent !== content)
  }
  return reviewActs
    .filter(
      act =>
        stateAfter(state, act) !== null &&
        isReady(act) &&
        decide(ground.members, act, { id: unit.id, above: ground.above }) !== null,
    )
    .map(act => ({ act, isMain: mains.includes(act) }))
}
