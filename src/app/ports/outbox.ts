// The port of the outbox: mail is leased by the chat, sent, and settled; the chat's list is the same rows, read again.

import type { ChatRef, FileOrder, Outgoing } from '../message.ts'
import type { Commit, Committed } from './commit.ts'

/** A message on its way out. `editsMessage` is the channel's id of the message to edit, when it has one. */
export type Mail = {
  readonly outgoing: Outgoing
  readonly editsMessage: string | null
  readonly attempts: number
}

/** Mail that its committer holds: it sends it and settles it. */
export type Leased = { readonly committed: Committed; readonly mail: readonly Mail[] }

/**
 * How long a chat is held at a time: several times a channel's own limit for one call (Telegram: 20 s). A lease that
 * lies more than twice as far ahead was written by a clock that was wrong, and holds nothing.
 */
export const leaseMs = 60_000

/** The most mail that is leased at once. */
export const leaseRows = 50

/** A chat with mail that is due; bulk when nothing in it answers anybody. */
export type WaitingChat = { readonly chat: ChatRef; readonly isBulk: boolean }

/**
 * The outcome of one message: `sent` with the channel's id, to be tried again at an instant, or given up. `pauseMs` is
 * how far ahead that instant lay: by a clock that shows more, the message is due. Only an attempt is counted.
 */
export type Delivered =
  | { readonly id: string; readonly state: 'sent'; readonly message: string | null }
  | {
      readonly id: string
      readonly state: 'queued'
      readonly dueAt: number
      readonly pauseMs: number
      readonly isAttempt: boolean
    }
  | { readonly id: string; readonly state: 'failed' }

/** Until when the rest of what was leased is held: null lets go of the chat. */
export type HoldUntil = number | null | 'as it is'

/** `ordered` resolves when no later call about the chat can overtake the outcomes, `stored` when they are durable. */
export type Settling = { readonly ordered: Promise<void>; readonly stored: Promise<void> }

/** A message in a chat's list. `edits` is the place of the message it changes. */
export type Posted = {
  readonly seq: number
  readonly at: number
  readonly outgoing: Outgoing
  readonly edits: number | null
}

/** Messages that wait to be sent to chats that can be reached; `oldestAt`, epoch milliseconds, is null when none does. */
export type Backlog = { readonly size: number; readonly oldestAt: number | null }

export type Outbox = {
  /**
   * Commit and hold the mail it causes until then, as far as nothing waits in its chat already and the chat can be
   * reached. All other mail waits for `lease`, and with null all of it.
   */
  readonly commitAndLease: (commit: Commit, until: number | null) => Promise<Leased>
  /** Chats with mail that is due and that nobody is delivering: those that are answered first, `most` of them. */
  readonly chatsWithMail: (now: number, most?: number) => Promise<readonly WaitingChat[]>
  readonly backlog: () => Promise<Backlog>
  /**
   * Take a chat's due mail in order, `leaseRows` at most, for this long. Empty when there is none or somebody else has
   * the chat.
   */
  readonly lease: (chat: ChatRef, now: number, until: number) => Promise<readonly Mail[]>
  /**
   * Store the outcomes of mail and hold the rest of what was leased, or let go of the chat. Of mail that another process
   * has leased since, nothing is told but that it was sent, and its hold stands.
   */
  readonly settle: (chat: ChatRef, outcomes: readonly Delivered[], hold?: HoldUntil) => Settling
  /** The chat cannot be reached any more (blocked, deactivated): stop writing to it. */
  readonly unreachable: (chat: ChatRef, now: number) => Promise<void>
  /** A group became another chat. */
  readonly moveChat: (from: ChatRef, to: ChatRef) => Promise<void>
  /** Let go of all chats that a process which has ended held, if that can be known. Before anything is held. */
  readonly recover: () => Promise<void>
  /**
   * A browser's messages in their order, the person's own among them where they are kept: behind a place, or the last
   * before one. A browser's account and chat have one name; those that speak of a filing are listed as long as the
   * account has a right to it.
   */
  readonly messages: (
    chat: ChatRef,
    from: { readonly after: number } | { readonly before: number },
    limit: number,
  ) => Promise<readonly Posted[]>
  /** The document that a message of this browser ordered, with the same right. */
  readonly fileOrder: (chat: ChatRef, id: string) => Promise<FileOrder | null>
}
