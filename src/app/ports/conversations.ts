// The port of conversations: loads where a person stands, the cards they tap, and stores one message's effects.

import type { Filing, PersonId } from '../../engine/filing.ts'
import type { Focus } from '../../engine/focus.ts'
import type { AccountRef, ChatRef } from '../message.ts'
import type { Card, Commit, Committed } from './commit.ts'
import type { Unit } from './registry.ts'

/** A filing that is open before a person, with all that is read beside it. */
export type OpenedFiling = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly unit: Unit
  readonly filing: Filing
  /** The same unit's filing of the year before, filed here or imported; null when it is not in hand. */
  readonly previous: Filing | null
  /** Last link of the filing's audit chain. */
  readonly auditHead: string
}

/** Where a person stands in a chat. */
export type Position = {
  readonly focus: Focus
  /** The stored focus cannot be read: other code wrote it. `focus` is the first one then. */
  readonly isOutdated?: true
  /** The outbox id of the card whose buttons are live in this chat. */
  readonly card: string | null
  /** The message that put the question: its outbox id, the channel's once it is sent, and whether nobody can have seen it: it waits, or was given up. */
  readonly asked: { readonly id: string; readonly message: string | null; readonly waits: boolean } | null
}

/** All that one message needs, loaded together. */
export type Seat = OpenedFiling & Position

export type Conversations = {
  /** The seat of this account in this chat; null for a stranger. */
  readonly loadSeat: (person: AccountRef, chat: ChatRef) => Promise<Seat | null>
  /** The card of this id, if it was put to this person in this chat. */
  readonly card: (id: string, person: PersonId, chat: ChatRef) => Promise<Card | null>
  /** Its mail waits for `Outbox.lease`; `Outbox.commitAndLease` commits and holds the mail at once. */
  readonly commit: (commit: Commit) => Promise<Committed>
}
