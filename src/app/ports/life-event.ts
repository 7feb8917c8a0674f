// The events of a report's life in a conversation: beside those of the engine, which fill it in. A choice on a card may
// be one of them. `content` is the one that the card showed; null where the words were typed and nothing was shown.

import type { Event } from '../../engine/event.ts'
import type { SignOff } from './life-rows.ts'

export type LifeEvent =
  /** Hand the report in: at once where its practice lets it, else it is asked who signed. */
  | { readonly type: 'hand-in'; readonly content: number | null }
  /** A sign-off whose signer and day are to be told next. */
  | ({ readonly type: 'choose-signing' } & Signing)
  /** A sign-off as a whole, of which everything is known. */
  | { readonly type: 'sign'; readonly content: number; readonly signOff: SignOff }
  /** A leader signs by their own account, or sends the report back to those who fill it in. */
  | { readonly type: 'agree' | 'decline'; readonly content: number }
  | { readonly type: 'review-secrecy'; readonly content: number }
  | { readonly type: 'withdraw'; readonly content: number | null }
  /** The question of the office is answered in words; its places are mended; they are mended now. */
  | { readonly type: 'answer-question' | 'amend' }
  | { readonly type: 'amended'; readonly content: number }
  /** The place that the office asked about is right as it is. */
  | { readonly type: 'explain-place'; readonly key: string }
  | { readonly type: 'request-return' }
  | StaffEvent
  /** The sheet on which it is signed on paper. */
  | { readonly type: 'approval-sheet' }
  /** Words that were awaited. `early`: sent before the prompt was on the screen. */
  | { readonly type: 'said'; readonly text: string; readonly early: boolean }

/** Who fills the report in: somebody is on leave, or another person takes it over. Days are `YYYY-MM-DD`. */
export type StaffEvent =
  /** The words of a leave, read and shown back; without any they are asked for. */
  | { readonly type: 'take-leave'; readonly text: string | null }
  | {
      readonly type: 'record-leave'
      readonly since: string
      readonly until: string
      readonly substitute: string | null
    }
  | { readonly type: 'end-leave' }
  /** The name of who takes the report over; without one it is asked for. */
  | { readonly type: 'hand-over'; readonly name: string | null }

type Signing = {
  readonly content: number
  readonly way: SignOff['way']
  readonly capacity: SignOff['capacity']
}

/** Words that a person is to send next about the life of a report, in the place of an answer. */
export type Awaited =
  | ({ readonly type: 'signer' } & Signing)
  | { readonly type: 'answer' }
  | { readonly type: 'place'; readonly key: string }
  | { readonly type: 'opinion'; readonly content: number }
  | { readonly type: 'leave' | 'successor' }

const types = {
  'hand-in': true,
  'choose-signing': true,
  sign: true,
  agree: true,
  decline: true,
  'review-secrecy': true,
  withdraw: true,
  'answer-question': true,
  amend: true,
  amended: true,
  'explain-place': true,
  'request-return': true,
  'take-leave': true,
  'record-leave': true,
  'end-leave': true,
  'hand-over': true,
  'approval-sheet': true,
  said: true,
} as const satisfies Readonly<Record<LifeEvent['type'], true>>

export const isLifeEvent = (event: Event | LifeEvent): event is LifeEvent => Object.hasOwn(types, event.type)
