// The port of browsers' sessions: it knows only the hash of a token.

import type { AccountRef } from '../message.ts'

/** A browser that was let in; `hash` is its token's, `expiresAt` in epoch milliseconds. */
export type Session = { readonly hash: string; readonly account: AccountRef; readonly expiresAt: number }

export type Sessions = {
  /** Let a browser in, or for longer. */
  readonly saveSession: (session: Session) => Promise<void>
  readonly session: (hash: string, now: number) => Promise<Session | null>
  readonly endSession: (hash: string) => Promise<void>
}
