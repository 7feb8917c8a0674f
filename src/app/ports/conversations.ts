// The port of conversations: loads where a person stands, the cards they tap, and stores one message's effects.

import type { Member } from '../../district/access.ts'
import type { FilingState } from '../../district/lifecycle.ts'
import type { Filing, FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { Focus } from '../../engine/focus.ts'
import type { AccountRef, ChatRef } from '../message.ts'
import type { Card, Commit, Committed } from './commit.ts'
import type { Awaited } from './life-event.ts'
import type { Unit } from './registry.ts'

/** The rows on which the door decides about a filing, as they stood together. */
export type Ground = {
  /** The person's memberships that stand, in the filing's unit and in those above it. */
  readonly members: readonly Member[]
  readonly unit: UnitId
  /** All units above that one. */
  readonly above: readonly UnitId[]
  readonly state: FilingState
}

/** A filing that is open before a person, with all that is read beside it. */
export type OpenedFiling = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly unit: Unit
  readonly ground: Ground
  readonly filing: Filing
  /** Rises only when a cell, a text or a reason changes. */
  readonly content: number
  /** Nobody has been here before: its standing is still to be written. */
  readonly isUntouched: boolean
  /** The same unit's filing of the year before, filed here or imported; null when it is not in hand. */
  readonly previous: Filing | null
  /** Last link of the filing's audit chain. */
  readonly auditHead: string
}

/** Where a person stands in a chat. */
export type Position = {
  /** The guard's; 0 when no place is stored yet. */
  readonly placeVersion: number
  readonly focus: Focus
  /** See `PositionCommit`. */
  readonly awaits?: Awaited | null
  /** The stored focus cannot be read: other code wrote it. `focus` is the first one then. */
  readonly isOutdated?: true
  /** The outbox id of the card whose buttons are live in this chat. */
  readonly card: string | null
  /** The message that put the question: its outbox id, the channel's once it is sent, and whether nobody can have seen it: it waits, or was given up. */
  readonly asked: { readonly id: string; readonly message: string | null; readonly waits: boolean } | null
}

/** All that one message needs, loaded together. */
export type Seat = OpenedFiling &
  Position & {
    /** The person stands nowhere in this chat: it is the newest filing of their newest unit, and nobody said so. */
    readonly isGuess?: true
  }

/** Another chat that stands at a filing. `passed` is the message that says there that the report passed. */
export type Colleague = { readonly chat: ChatRef; readonly passed: string | null; readonly ground: Ground }

export type Conversations = {
  /**
   * The seat of this account in this chat; null for a stranger. It may be remembered and behind: it is for a commit,
   * whose guard finds that out, and nothing of it is shown without one. With `at` it is the seat at that filing, wherever
   * they stand; the next commit moves them there. Null when they have no right to its unit.
   */
  readonly loadSeat: (person: AccountRef, chat: ChatRef, at?: FilingId) => Promise<Seat | null>
  /**
   * The same as the database has it at this moment: one indexed query confirms the memberships and the filing's version,
   * and only what is remembered of that version is taken from memory.
   */
  readonly readSeat: Conversations['loadSeat']
  /** The ground on which this account stands to a filing, at this moment; null when it has none. */
  readonly ground: (person: AccountRef, filing: FilingId) => Promise<Ground | null>
  /** All chats but this one that stand at the filing, whatever their persons' rights to it are now. */
  readonly othersAt: (filing: FilingId, chat: ChatRef) => Promise<readonly Colleague[]>
  /** The card of this id, if it was put to this person in this chat. */
  readonly card: (id: string, person: PersonId, chat: ChatRef) => Promise<Card | null>
  /** Its mail waits for `Outbox.lease`; `Outbox.commitAndLease` commits and holds the mail at once. */
  readonly commit: (commit: Commit) => Promise<Committed>
}
