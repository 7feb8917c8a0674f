// The port of channels: sending one message, and handing in one that was received.

import type { ChatRef, Incoming, Outgoing } from '../message.ts'

/** A channel's answer to one message it was asked to send. */
export type Sent =
  | { readonly type: 'sent'; readonly message: string | null }
  /** Too much: this chat is to be left alone for so long. */
  | { readonly type: 'flood'; readonly afterMs: number }
  /** No answer that counts. It may go well later, and may have been carried out; `reason` as below. */
  | { readonly type: 'trouble'; readonly reason: string }
  /** It was not let go on. */
  | { readonly type: 'stopped' }
  | { readonly type: 'unreachable' }
  | { readonly type: 'moved'; readonly to: ChatRef }
  /** It will never be accepted; `reason` holds no words of people and no secret. */
  | { readonly type: 'refused'; readonly reason: string }

export type FileBody = { readonly name: string; readonly mime: string; readonly body: Uint8Array }

/** A call each so many milliseconds, and so many more at once after a rest. */
export type Rate = { readonly everyMs: number; readonly burst: number }

/** The limits that a channel's other side sets: of all calls together, and of those to one chat. */
export type Limits = { readonly whole: Rate; readonly chat: (chat: ChatRef) => Rate }

/** Waits until one more call may be made; false when it may not be made now. */
export type AskTurn = () => Promise<boolean>

export type Channel = {
  readonly name: string
  /** None when nothing is limited. */
  readonly limits?: Limits
  /**
   * Send or edit one message. `edits` is the channel's id of the message to change. A channel that can be
   * refused asks for its turn before each call. Never throws.
   */
  readonly send: (
    outgoing: Outgoing,
    edits: string | null,
    file: FileBody | null,
    askTurn: AskTurn,
  ) => Promise<Sent>
}

/** A message was taken: everything is stored, and may be acknowledged. */
export type Received = {
  readonly repeat: boolean
  /** A few words for the tap itself (Telegram shows them for a moment); null when there is nothing to say. */
  readonly notice: string | null
  /** The door refused: nothing was done. */
  readonly isRefused?: true
}

/**
 * Take one message in. It resolves when all that it causes is stored; it rejects with the fault
 * `database-unavailable` when nothing was, and the sender must repeat it.
 */
export type Receive = (incoming: Incoming) => Promise<Received>
