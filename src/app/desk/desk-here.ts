// Whether somebody stands at a desk in a chat, or at a filing: one answer for what is said there and for its page.

import type { AccountRef, ChatRef } from '../message.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Desks } from '../ports/desks.ts'
import { type Desk, deskOf } from './desk-of.ts'

/**
 * The desk of an account that stands there, or that has nowhere else to stand; null for everybody else. `seat` is its
 * seat at a filing, if it has one.
 */
export const deskHere = async (
  { desks }: { readonly desks: Pick<Desks, 'deskPlace'> },
  account: AccountRef,
  seat: Pick<Seat, 'isGuess'> | null,
  chat: ChatRef = account,
): Promise<Desk | null> => {
  // Nobody who stands at a filing stands at a desk, and then nothing is asked.
  if (seat && !seat.isGuess) return null
  const desk = deskOf(await desks.deskPlace(account, chat))
  return desk && (desk.isStood || !seat || !desk.hasReports) ? desk : null
}
