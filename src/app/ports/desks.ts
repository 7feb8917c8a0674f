// The port of desks: where a person stands in a chat at a unit that others are below, what is awaited of them there, and
// the cards they tap.

import type { PersonId, UnitId } from '../../engine/filing.ts'
import type { AccountRef, ChatRef } from '../message.ts'
import type { KnownPerson } from './people.ts'

/** A thing that is asked, by its name, with what was said to it. Other code may have stored one that this code has not. */
export type StoredAsking = { readonly asking: string; readonly args: readonly string[] }

/** An asking that the next words are for; `question` says what is awaited. */
export type PendingAsking = StoredAsking & { readonly question: string }

/** A button of the desk: what a tap on it asks. */
export type DeskChoice = StoredAsking & { readonly label: string }

/** The meaning of taps on one message, put to this person in this chat at this unit's desk. */
export type DeskCard = {
  readonly id: string
  readonly chat: ChatRef
  readonly person: PersonId
  readonly unit: UnitId
  readonly choices: readonly DeskChoice[]
  readonly at: number
}

export type DeskPlace = {
  readonly person: KnownPerson
  /** The guard's; 0 when no place is stored yet. */
  readonly version: number
  /** The unit at whose desk they stand; null at a filing and nowhere. */
  readonly unit: UnitId | null
  /** Null when no words are awaited. */
  readonly pending: PendingAsking | null
  /** The outbox ids of the card whose buttons are live in this chat, and of the message that put the question. */
  readonly card: string | null
  readonly asked: string | null
}

/** Where a person stands after a commit: at a unit's desk. */
export type DeskCommit = {
  readonly person: PersonId
  readonly chat: ChatRef
  readonly desk: UnitId
  readonly expected: number
  readonly pending: PendingAsking | null
  readonly card: string | null
  readonly asked: string | null
}

export type Desks = {
  /** As the database has it at this moment; null for somebody who belongs to no unit. */
  readonly deskPlace: (account: AccountRef, chat: ChatRef) => Promise<DeskPlace | null>
  /** The card of this id, if it was put to this person in this chat. */
  readonly deskCard: (id: string, person: PersonId, chat: ChatRef) => Promise<DeskCard | null>
}
