// The port of nudges: what they are planned from, what went out, and where people are reached.

import type { NudgedFiling, SentNudge } from '../../district/nudges/nudge.ts'
import type { FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { Level } from '../../engine/form.ts'
import type { AccountRef, ChatRef, Line } from '../message.ts'

/** A filing of a campaign with the names and counts that a nudge says. */
export type FilingToNudge = NudgedFiling & {
  readonly campaign: string
  readonly name: string
  /** The unit's in the district's own order. */
  readonly place: number
  readonly level: Level | null
  /** Questions still asked, and findings that block. */
  readonly open: number
  readonly errors: number
  /** The fillers' names, by person. */
  readonly names: ReadonlyMap<string, string>
}

/** A supervisor of the campaign's root: who has the office's own messages. */
export type Officer = {
  readonly name: string
  readonly person: PersonId
  readonly channel: string | null
  readonly chat: ChatRef | null
  /** The unit at whose desk they stand, and the membership on which they are told. */
  readonly unit: UnitId
  readonly member: string
}

/** Where a person is reached by push, and how their chat stands. */
export type Reached = {
  readonly person: PersonId
  readonly account: AccountRef
  readonly chat: ChatRef
  /** When the question that stands there was put (epoch milliseconds); null where none does. */
  readonly askedAt: number | null
  /** The outbox id of the last nudge there. */
  readonly lastNudge: string | null
  /** The outbox ids of those whose buttons a nudge that was taken back would have taken away. */
  readonly unclosed: readonly string[]
}

/** A nudge as it is kept: `filing` and `person` are null of the office's own messages, `outbox` where an act told it. */
export type KeptNudge = {
  readonly key: string
  readonly campaign: string
  readonly filing: FilingId | null
  readonly person: PersonId
  readonly stage: string
  readonly day: string
  /** The channel. */
  readonly way: string
  readonly outbox: string | null
  readonly state: 'queued' | 'sent'
}

export const nudgeStates = ['queued', 'sent', 'failed', 'cancelled'] as const

/** A nudge that went out or waits, with the names that lists say; null for the office's own messages. */
export type ListedNudge = {
  readonly at: number
  readonly stage: string
  readonly unit: string | null
  readonly person: string | null
  readonly channel: string
  readonly state: (typeof nudgeStates)[number]
}

/** A nudge that did not arrive. */
export type FailedNudge = {
  readonly key: string
  readonly campaign: string
  readonly filing: FilingId
  readonly unit: string
  readonly person: PersonId
  readonly name: string
  readonly phone: string | null
  readonly lines: readonly Line[]
  /** A page of theirs on which the words can stand at least, and the membership by which they may; null without either. */
  readonly page: { readonly chat: ChatRef; readonly member: string } | null
}

/** Put off until an instant; with a day it is their word that the report is handed in on it, and nothing is sent again. */
export type PutOff = {
  readonly filing: FilingId
  readonly person: PersonId
  readonly until: number
  readonly day: string | null
}

export type Nudges = {
  /** Of the unit, or of the district's where it is null. */
  readonly officers: (unit: UnitId | null) => Promise<readonly Officer[]>
  /** In the order of their ids, `most` at most, those after one; instants become moments of the zone. */
  readonly filingsToNudge: (
    campaign: string,
    zone: string,
    after: string,
    most: number,
  ) => Promise<readonly FilingToNudge[]>
  /** All that these people fill in, themselves or for somebody who is away, in these campaigns, but for the filings in hand. */
  readonly filingsOfPeople: (
    persons: readonly string[],
    campaigns: readonly string[],
    zone: string,
    inHand?: readonly string[],
  ) => Promise<readonly FilingToNudge[]>
  /** Nudges of these filings since a day, and of these people on that date. */
  readonly sentNudges: (
    filings: readonly string[],
    persons: readonly string[],
    since: string,
    date: string,
  ) => Promise<readonly SentNudge[]>
  /** Those of these keys that stand. */
  readonly nudgesOfKeys: (keys: readonly string[]) => Promise<readonly SentNudge[]>
  /** Those of these people who can be reached. */
  readonly reached: (persons: readonly string[]) => Promise<readonly Reached[]>
  /** The promise that stands, or null. */
  readonly putOff: (filing: FilingId, person: PersonId) => Promise<(PutOff & { readonly at: number }) | null>
  /** Nudges that did not arrive and of which the office has not heard, `most` at most. */
  readonly failedNudges: (most: number) => Promise<readonly FailedNudge[]>
  /** Takes back what is not on its way yet, so that it is planned anew. */
  readonly withdrawUnsent: (now: number) => Promise<void>
  /** The latest first. */
  readonly nudgesOf: (campaign: string) => Promise<readonly ListedNudge[]>
}
