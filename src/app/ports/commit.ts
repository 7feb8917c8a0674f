// One commit as a type: everything that one message causes, stored as a whole or not at all.

import type { Rights } from '../../district/access.ts'
import type { FilingState } from '../../district/lifecycle.ts'
import type { Standing } from '../../district/standing.ts'
import type { Event } from '../../engine/event.ts'
import type { Change, Filing, FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { Focus } from '../../engine/focus.ts'
import type { AccountRef, ChatRef, Outgoing } from '../message.ts'
import type { AuditLine, ChainCommit, ChainLines } from './audits.ts'
import type { DeskCard, DeskCommit } from './desks.ts'
import type { Awaited, LifeEvent } from './life-event.ts'
import type { LifeRows } from './life-rows.ts'
import type { KeptNudge, PutOff } from './nudges.ts'
import type { FilingSeen } from './seen.ts'
import type { Session } from './sessions.ts'
import type { Due, Turn } from './turn.ts'

/** One filing's share of a commit. */
export type FilingCommit = {
  readonly filing: Filing
  /** The version that was loaded; the commit is refused when another one stands, or another state. */
  readonly expected: number
  readonly state: FilingState
  /** Figures, texts and reasons: with any of them the content rises. */
  readonly changes: readonly Change[]
  readonly auditHead: string
  readonly audit: readonly AuditLine[]
  /** `touchedAt` is null where the unit itself never did anything to it. */
  readonly standing: Standing & { readonly touchedAt: number | null }
  /** Kept under the content that stands after the commit. */
  readonly snapshot?: Snapshot | undefined
  /** An act in the filing's life. */
  readonly life?: LifeRows
}

/** A filing that is judged anew, and not changed; `touchedAt` stays as it was seen. */
export type JudgedFiling = FilingSeen & {
  readonly standing: Standing
  readonly touchedAt: number | null
}

/** The print as plain data and the report by key, each as JSON, of one content. */
export type Snapshot = {
  readonly outline: string
  readonly report: string
  /** The print is the sheet for signatures; it is the report's where this is absent. */
  readonly document?: 'approval-sheet'
}

/** Where a person stands in a chat after the commit. `expected` is the version that was loaded; 0 when none stood. */
export type PositionCommit = {
  readonly person: PersonId
  readonly chat: ChatRef
  /** Null: at none, before the choice of a unit. */
  readonly filing: FilingId | null
  readonly expected: number
  readonly focus: Focus
  /** Words about the report's life that are to come next, in the place of an answer. */
  readonly awaits?: Awaited | null
  readonly card: string | null
  /** The outbox id of the message that puts the question. */
  readonly asked: string | null
}

/**
 * Takes an invitation: it is refused when it was taken or has expired. From then on the person can be reached in this
 * chat of the channel.
 */
export type Enrolment = {
  readonly invitation: string
  readonly person: PersonId
  readonly account: AccountRef
  readonly name: string
  readonly chat: ChatRef
  /** The hash of what the browser that takes it holds. */
  readonly takenWith?: string | null
}

/**
 * A report that takes the whole place of the one that stands. `expected` is the version it replaces; null: none stands.
 * `chain` goes on with that filing's chain.
 */
export type Replacement = {
  readonly filing: Filing
  readonly expected: number | null
  readonly chain?: ChainLines | undefined
}

/** `filing` where the event is about another one than the card; `desk` where the choice leads to this unit's desk. */
export type CardChoice = {
  readonly event: Event | LifeEvent
  readonly label: string
  readonly filing?: FilingId
  readonly desk?: UnitId
}

/** The meaning of a tap, and the values it was shown with. The choices are the events, by number. */
export type Card = {
  readonly id: string
  readonly chat: ChatRef
  readonly person: PersonId
  readonly filing: FilingId
  readonly shown: Readonly<Record<string, string>>
  readonly choices: readonly CardChoice[]
  /** The stored card cannot be read: other code wrote it. It has no choices then. */
  readonly isOutdated?: true
  readonly at: number
}

export type Commit = {
  readonly incoming: {
    readonly channel: string
    readonly id: string
    readonly at: number
    /** Where somebody wrote, who can be reached there again; absent when nobody did (the clock, say). */
    readonly chat?: ChatRef | undefined
  }
  /** Each with its own guard. Empty when nothing of a filing changes (a stranger, say). */
  readonly filings: readonly FilingCommit[]
  /** The thing that its mail speaks of, where neither a place nor an act says it: mail goes and shows by the right to it. */
  readonly about?: FilingId | { readonly unit: UnitId }
  /** Filings that the answer was read from and that it leaves as they are. */
  readonly seen?: readonly FilingSeen[]
  readonly judged?: readonly JudgedFiling[]
  /** The rows on which the door decided; the commit is refused when one of them stands no more. */
  readonly rights?: Rights
  /** Only with rights, and one at a filing with that among `filings` or `seen`, so that a remembered seat that is stale is found out. */
  readonly position?: PositionCommit | DeskCommit | undefined
  readonly card?: Card | DeskCard | undefined
  /** Cards of messages to others, which a tap of theirs asks at their desk. */
  readonly cards?: readonly DeskCard[]
  readonly outbox: readonly Outgoing[]
  /** Its mail answers nobody, and gives way to mail that does. */
  readonly isBulk?: true
  readonly enrol?: Enrolment | undefined
  /** A browser that is let in; the other sessions of its account end. */
  readonly session?: Session | undefined
  /** Sessions that end, by their tokens' hashes. */
  readonly sessionsEnded?: readonly string[]
  /** Acts on units and the district. */
  readonly chains?: readonly ChainCommit[]
  /** Last year's report from outside; only with the filing of the year after among `filings`. */
  readonly previous?: Replacement | undefined
  /** The turn of the clock that this ends; the commit is refused when its row does not stand there any more. */
  readonly turn?: Turn | undefined
  /** Rows that are set for the clock, in the place of those of the same job and key. */
  readonly dues?: readonly Due[]
  /** Nudges of this mail; the commit is refused when one of their keys stands. */
  readonly nudges?: readonly KeptNudge[]
  /** Nudges that failed, of which the office hears with this commit, by key. */
  readonly nudgesTold?: readonly string[]
  readonly putOff?: PutOff | undefined
  /** A fault's code, never words: this failed while the message was handled. */
  readonly fault?: string | undefined
}

/** `repeat`: this incoming id was stored before. `lost`: somebody else wrote first or they may not, load again. */
export type Committed = 'done' | 'repeat' | 'lost'

/** A commit that only remembers that this message came. */
export const emptyCommit = ({ channel, id, at, chat }: Commit['incoming']): Commit => ({
  incoming: { channel, id, at, chat },
  filings: [],
  outbox: [],
})
