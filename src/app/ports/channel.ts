// The port of channels: sending one message, and handing in one that was received.

import type { ChatRef, Incoming, Outgoing } from '../message.ts'

/** A channel's answer to one message it was asked to send. */
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
