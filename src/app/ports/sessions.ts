// The port of browsers' sessions, and of links that browsers have taken: it knows only hashes of tokens and codes.

import type { Role } from '../../district/access.ts'
import type { FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { AccountRef } from '../message.ts'

/** Milliseconds: a session ends when it was not used for so long. */
export const sessionLasts = 120 * 86_400_000

/** A browser that was let in; `hash` is its token's, instants in epoch milliseconds. */
export type Session = {
  readonly hash: string
  readonly account: AccountRef
  readonly since: number
  readonly expiresAt: number
}

/** An invitation that was taken by a person who still has what it gave them: the membership `member`. */
export type TakenInvitation = {
  readonly unit: UnitId
  readonly role: Role
  readonly filing: FilingId | null
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly takenAt: number
  /** The hash of what the browser that took it holds; null when it was no browser, or holds nothing. */
  readonly takenWith: string | null
  readonly member: string
}

export type Sessions = {
  /** Let a browser stay for longer; false when its session was ended meanwhile, which stays so. */
  readonly renewSession: (hash: string, expiresAt: number) => Promise<boolean>
  readonly session: (hash: string, now: number) => Promise<Session | null>
  readonly endSession: (hash: string) => Promise<void>
  /** The invitation behind a code's hash, once it was taken. */
  readonly takenInvitation: (hash: string) => Promise<TakenInvitation | null>
}
