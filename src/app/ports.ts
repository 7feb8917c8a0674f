// What the use cases need from outside, as types: the store, the channels, time and chance. No code.

import type { Event } from '../engine/event.ts'
import type { Change, Filing, FilingId, PersonId, UnitId } from '../engine/filing.ts'
import type { Focus } from '../engine/focus.ts'
import type { FormId, Level } from '../engine/form.ts'
import type { Powers } from '../engine/known.ts'
import type { AccountRef, ChatRef, FileOrder, Incoming, Outgoing } from './message.ts'

export type Unit = {
  readonly id: UnitId
  readonly name: string
  readonly level: Level | null
  readonly powers: Powers
}

/** Who sits before which filing: all that one message needs, loaded together. */
export type Seat = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly unit: Unit
  readonly filing: Filing
  /** The same unit's filing of the year before, filed here or imported; null when it is not in hand. */
  readonly previous: Filing | null
  /** Last link of the filing's audit chain. */
  readonly auditHead: string
  readonly focus: Focus
  /** The outbox id of the card whose buttons are live in this chat. */
  readonly card: string | null
  /** The message that put the question: its outbox id, the channel's once it is sent, and whether nobody can have seen it: it waits, or was given up. */
  readonly asked: { readonly id: string; readonly message: string | null; readonly waits: boolean } | null
}

/** What a tap means, and the values it was shown with. The choices are the events, by number. */
export type Card = {
  readonly id: string
  readonly chat: ChatRef
  readonly person: PersonId
  readonly filing: FilingId
  readonly shown: Readonly<Record<string, string>>
  readonly choices: readonly { readonly event: Event; readonly label: string }[]
  readonly at: number
}

/** One line of the audit: of texts only a keyed hash. `what` is what was done, `cell` to which key. */
export type AuditLine = {
  readonly n: number
  readonly at: number
  readonly by: PersonId
  readonly channel: string
  readonly what: 'set' | 'cleared' | 'wrote'
  readonly cell: string
  readonly old: string | null
  readonly new: string | null
  readonly hash: string
}

/** Where a unit's filing stands; supervisors and nudges read only this. */
export type Standing = {
  readonly state: 'draft'
  readonly open: number
  readonly errors: number
  /** The key of what is open next. */
  readonly next: string | null
  readonly touchedAt: number
}

/** One filing's share of a commit. */
export type FilingCommit = {
  readonly filing: Filing
  /** The version that was loaded; the commit is refused when another one stands. */
  readonly expected: number
  readonly changes: readonly Change[]
  readonly auditHead: string
  readonly audit: readonly AuditLine[]
  readonly standing: Standing
  /** Kept under the new version when a document is made from it. */
  readonly snapshot: string | null
}

/** Everything one message causes: all of it is stored, or nothing. */
export type Commit = {
  readonly incoming: {
    readonly channel: string
    readonly id: string
    readonly at: number
    /** Where somebody wrote, who can be reached there again; absent when nobody did (the clock, say). */
    readonly chat?: ChatRef
  }
  /** Absent when nothing of a filing changes (a stranger, a repeated question without a filing). */
  readonly filing: FilingCommit | null
  /**
   * Only together with `filing`, whose guard then also asks whether this person is a member of its unit: what a seat
   * holds never changes unless the filing's version does, so a seat that was remembered is found out when it is stale.
   */
  readonly focus: {
    readonly person: PersonId
    readonly chat: ChatRef
    readonly filing: FilingId
    readonly focus: Focus
    readonly card: string | null
    /** The outbox id of the message that puts the question. */
    readonly asked: string | null
  } | null
  readonly card: Card | null
  readonly outbox: readonly Outgoing[]
  /** Take an invitation: it is refused when it was taken or has expired. */
  readonly enrol: {
    readonly invitation: string
    readonly person: PersonId
    readonly account: AccountRef
    readonly name: string
    readonly chat: ChatRef
  } | null
  /**
   * Last year's report that was sent from outside: it takes the whole place of the one that stands. Only together with
   * `filing`, which is of the year after. `expected` is the version that is replaced; null when there is none.
   */
  readonly previous: { readonly filing: Filing; readonly expected: number | null } | null
  /** What failed while this was handled: a fault's code, never words. */
  readonly fault: string | null
}

/** `repeat`: this incoming id was stored before. `lost`: somebody else wrote first or they may not, load again. */
export type Committed = 'done' | 'repeat' | 'lost'

/** Mail that is held by whoever committed it: they send it, and say what became of it. */
export type Leased = { readonly committed: Committed; readonly mail: readonly Mail[] }

/** A message on its way out. `editsMessage` is the channel's id of the message to edit, when it has one. */
export type Mail = {
  readonly outgoing: Outgoing
  readonly editsMessage: string | null
  readonly attempts: number
}

/** What became of a message: `sent` with the channel's id, to be tried again at an instant, or given up. */
export type Delivered =
  | { readonly id: string; readonly state: 'sent'; readonly message: string | null }
  | { readonly id: string; readonly state: 'queued'; readonly dueAt: number }
  | { readonly id: string; readonly state: 'failed' }

export type Invitation = {
  readonly unit: UnitId
  readonly filing: FilingId
  readonly expiresAt: number
  /** Whom it is for, where that is known. */
  readonly name?: string | null
  /** It leads an account of this person's to the same place. */
  readonly person?: PersonId | null
}

/** A message in a chat's list. `edits` is the place of the message it changes. */
export type Posted = {
  readonly seq: number
  readonly at: number
  readonly outgoing: Outgoing
  readonly edits: number | null
}

/** A browser that was let in; `hash` is its token's. */
export type Session = { readonly hash: string; readonly account: AccountRef; readonly expiresAt: number }

export type Store = {
  /** The seat of this account in this chat; null for a stranger. */
  readonly seat: (person: AccountRef, chat: ChatRef) => Promise<Seat | null>
  /** The card of this id, if it was put to this person in this chat. */
  readonly card: (id: string, person: PersonId, chat: ChatRef) => Promise<Card | null>
  readonly commit: (commit: Commit) => Promise<Committed>
  /**
   * Commit and hold the mail it causes until then, as far as nothing waits in its chat already and the chat can be
   * reached. What is not returned waits for `lease`.
   */
  readonly commitAndLease: (commit: Commit, until: number | null) => Promise<Leased>
  /** The invitation behind a code's hash, if it can still be taken. */
  readonly invitation: (hash: string, now: number) => Promise<Invitation | null>

  /** Chats with mail that is due and that nobody is delivering. */
  readonly chatsWithMail: (now: number) => Promise<readonly ChatRef[]>
  /** Take a chat's due mail in order, for this long. Empty when there is none or somebody else has the chat. */
  readonly lease: (chat: ChatRef, now: number, until: number) => Promise<readonly Mail[]>
  /** Store what became of mail and let go of the chat. */
  readonly delivered: (chat: ChatRef, outcomes: readonly Delivered[]) => Promise<void>
  /** Whether a later commit never overtakes `delivered` of the same chat, so that nobody need wait for the latter. */
  readonly inOrder: boolean
  /** Let go of all chats that a process which has ended held, if that can be known. Before anything is held. */
  readonly recover: () => Promise<void>
  /** The report as it stood at a version, for a document. */
  readonly snapshot: (filing: FilingId, version: number) => Promise<string | null>
  /** The chat cannot be reached any more (blocked, deactivated): stop writing to it. */
  readonly unreachable: (chat: ChatRef, now: number) => Promise<void>
  /** A group became another chat. */
  readonly moveChat: (from: ChatRef, to: ChatRef) => Promise<void>

  readonly addUnit: (unit: Unit) => Promise<void>
  /** Take units away with their filings, whoever belongs to no other, and what was said to them. The audit stays. */
  readonly removeUnits: (units: readonly UnitId[]) => Promise<void>
  readonly units: () => Promise<
    readonly (Unit & {
      readonly filings: readonly {
        readonly id: FilingId
        readonly form: FormId
        readonly year: number
        readonly standing: Standing | null
      }[]
    })[]
  >
  /** The unit's filing for a year, made when there is none. */
  readonly openFiling: (filing: Filing) => Promise<FilingId>
  /** The unit's filing for a year, whole; null when there is none. */
  readonly filingOf: (unit: UnitId, year: number) => Promise<Filing | null>
  /**
   * Put an imported report in the place of the unit's filing of its year, if that still stands at this version (null:
   * if there is none). False when it does not.
   */
  readonly importFiling: (filing: Filing, expected: number | null) => Promise<boolean>
  readonly invite: (hash: string, invitation: Invitation) => Promise<void>
  /** A chat's messages in their order, the person's own among them where they are kept: behind a place, or the last before one. */
  readonly messages: (
    chat: ChatRef,
    from: { readonly after: number } | { readonly before: number },
    limit: number,
  ) => Promise<readonly Posted[]>
  /** The document that a message of this chat ordered. */
  readonly fileOrder: (chat: ChatRef, id: string) => Promise<FileOrder | null>
  /** Let a browser in, or for longer. */
  readonly putSession: (session: Session) => Promise<void>
  readonly session: (hash: string, now: number) => Promise<Session | null>
  readonly endSession: (hash: string) => Promise<void>
  /**
   * Forget what is old enough: incoming ids after 30 days; after 90 the words of mail that was sent or given up, cards
   * that are nobody's live one, the reports of documents but each filing's last; and sessions that have ended.
   */
  readonly prune: (now: number) => Promise<void>
  readonly ready: () => Promise<void>
}

/** What a channel says of one message it was asked to send. */
export type Sent =
  | { readonly type: 'sent'; readonly message: string | null }
  | { readonly type: 'retry'; readonly afterMs: number; readonly scope: 'chat' | 'channel' }
  | { readonly type: 'unreachable' }
  | { readonly type: 'moved'; readonly to: ChatRef }
  /** It will never be accepted; `reason` holds no words of people and no secret. */
  | { readonly type: 'refused'; readonly reason: string }

export type FileBody = { readonly name: string; readonly mime: string; readonly body: Uint8Array }

export type Channel = {
  readonly name: string
  /** Send or edit one message. `edits` is the channel's id of the message to change. Never throws. */
  readonly send: (outgoing: Outgoing, edits: string | null, file: FileBody | null) => Promise<Sent>
}

/** Time and chance, handed in so that tests and Workers bring their own. */
export type World = {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** `YYYY-MM-DD` of an instant in the district's zone. */
  readonly dateOf: (at: number) => string
  /** The instant at which a date, `YYYY-MM-DD`, begins in the district's zone. */
  readonly startOf: (date: string) => number
  /** 16 hex digits, unguessable. */
  readonly id: () => string
}

/** What a channel learns when a message was taken: everything is stored, and may be acknowledged. */
export type Received = {
  readonly repeat: boolean
  /** A few words for the tap itself (Telegram shows them for a moment); null when there is nothing to say. */
  readonly notice: string | null
}

/**
 * Take one message in. It resolves when all that it causes is stored; it rejects with the fault
 * `database-unavailable` when nothing was, and the sender must repeat it.
 */
export type Receive = (incoming: Incoming) => Promise<Received>

/** One line of the log: an event and plain fields. Never words of people, never secrets. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number>>) => void
