// The port of a filing as it is handed in, asked about, returned and approved: all that such an act looks at.

import type { Practice } from '../../district/campaign.ts'
import type { FilingState } from '../../district/lifecycle.ts'
import type { FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { ChatRef } from '../message.ts'
import type { Ground, OpenedFiling } from './conversations.ts'
import type { Note, SignOff } from './life-rows.ts'

/** A remark as it is stored; `name` is its writer's, null where no person stands behind it. */
export type StoredNote = Note & {
  readonly by: string
  readonly name: string | null
  readonly at: number
  /** Null while it is open. */
  readonly closedAt: number | null
}

export type StoredSignOff = SignOff & { readonly content: number; readonly at: number }

/** A filing as it stands, read at once; instants in epoch milliseconds, days `YYYY-MM-DD`. */
export type HandledFiling = Pick<OpenedFiling, 'unit' | 'filing' | 'previous' | 'content' | 'auditHead'> & {
  readonly state: FilingState
  /** Of its campaign; signed first where it is in none. */
  readonly practice: Practice
  /** The day on which the campaign has the reports published; null where none is set. */
  readonly publishOn: string | null
  /** The content of the last sign-off; null while there is none. */
  readonly signedContent: number | null
  readonly returnedTimes: number
  /** The last day for what a return asks; null where the return set none. */
  readonly mendBy: string | null
  /** The content about which the office has no more questions; null where it has said nothing of the kind. */
  readonly clearedContent: number | null
  /** Instants of the first hand-in and of the present one; null where there is none. */
  readonly firstSubmittedAt: number | null
  readonly submittedAt: number | null
  /** The persons who ever signed it or handed it in, in any unit. */
  readonly hands: readonly string[]
  /** The one of the office who has taken it up. */
  readonly reviewer: { readonly id: string; readonly name: string } | null
  /** All remarks of the office and of the unit, the oldest first. */
  readonly notes: readonly StoredNote[]
  /** The oldest first. */
  readonly signOffs: readonly StoredSignOff[]
  /** When the unit last did something to it; null while it never did. */
  readonly touchedAt: number | null
}

/** A chat in which a person can be reached, and the ground on which they stand to a filing. */
export type Reachable = {
  readonly person: PersonId
  readonly name: string
  readonly chat: ChatRef
  readonly ground: Ground
}

/** A report that waits for the office. */
export type WaitingFiling = {
  readonly filing: FilingId
  readonly unit: UnitId
  readonly unitName: string
  readonly state: FilingState
  readonly submittedAt: number | null
  readonly returnedTimes: number
  /** Its unit asks to have it returned. */
  readonly isRequested: boolean
}

export type Handling = {
  /** All that are handed in and not yet approved, and those whose unit asks to have them back, the oldest first. */
  readonly waiting: () => Promise<readonly WaitingFiling[]>
  readonly handled: (filing: FilingId) => Promise<HandledFiling | null>
  /**
   * The keys that have changed since the last act that names this content, in the order of their change; null when no
   * act names it.
   */
  readonly changedSince: (filing: FilingId, content: number) => Promise<readonly string[] | null>
  /** The keys that have changed since the report was returned last; null when it never was. */
  readonly changedSinceReturn: (filing: FilingId) => Promise<readonly string[] | null>
  /**
   * The chats of all who are members of the filing's unit or of one above it, whatever their rights to it are: of each
   * person the chat of their own that was opened last.
   */
  readonly reachable: (filing: FilingId) => Promise<readonly Reachable[]>
}
