// The one door: whether an account may do this to a filing, being what its person is to the unit, and in the state the
// filing is in. A refusal is the same for a stranger, a foreign unit and a wrong state, and says nothing.

import { type Action, decide, type Rights } from '../district/access.ts'
import { stateAllows } from '../district/lifecycle.ts'
import type { FilingId } from '../engine/filing.ts'
import type { AccountRef, ChatRef } from './message.ts'
import type { Conversations, Ground, Seat } from './ports/conversations.ts'

/** A filing that was opened, and the rows the decision rests on. */
export type Admitted = { readonly seat: Seat; readonly rights: Rights }

/** The decision on this ground; null when it is no. Ground that may be remembered counts only with a commit's guard. */
export const admit = ({ members, unit, above, state }: Ground, action: Action | undefined): Rights | null =>
  action !== undefined && stateAllows(state, action) ? decide(members, action, { id: unit, above }) : null

/** Opens the filing at which the account stands in this chat, as it is in the database now; null: refused. */
export const open = async (
  conversations: Pick<Conversations, 'readSeat'>,
  who: { readonly account: AccountRef; readonly chat: ChatRef },
  action: Action | undefined,
): Promise<Admitted | null> => {
  const seat = await conversations.readSeat(who.account, who.chat)
  const rights = seat && admit(seat.ground, action)
  return seat && rights && { seat, rights }
}

/** Whether the account may do this to this filing now, wherever it stands. */
export const mayOpen = async (
  conversations: Pick<Conversations, 'ground'>,
  account: AccountRef,
  filing: FilingId,
  action: Action,
): Promise<boolean> => {
  const ground = await conversations.ground(account, filing)
  return ground !== null && admit(ground, action) !== null
}
