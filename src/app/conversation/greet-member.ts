// Somebody who belongs to a unit and may not do this is no stranger: they are told who they are here and what they may do
// now. Nothing is said of the filing that was asked for, unless they may look at it.

import { decide } from '../../district/access.ts'
import { type FilingState, filingStates, stateAllows } from '../../district/lifecycle.ts'
import type { Words } from '../../i18n/words.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type Incoming, isOnTables, wordsMessage } from '../message.ts'
import { admit } from '../open.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Conversations, Ground } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { People } from '../ports/people.ts'
import { greeting } from '../views/greeting.ts'
import { ownRow } from './own-message.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'readSeat'>
  readonly people: Pick<People, 'personOf'>
  readonly deliver: Pick<Deliver, 'commit'>
  readonly environment: Pick<Environment, 'id'>
  readonly words: Words
}

/** Null for a stranger. */
export const greetMember = async (deps: Deps, incoming: Incoming): Promise<Received | null> => {
  const { conversations, people, deliver, environment, words } = deps
  const { input, person: account, chat, page } = incoming
  const known = await people.personOf(account)
  if (!known) return null
  const seat = await conversations.readSeat(account, chat)
  const looks = seat !== null && admit(seat.ground, 'see-filing') !== null
  const closed = seat && closedIn(seat.ground)
  if (closed && (input.type === 'choice' || isOnTables(input))) {
    const committed = await deliver.commit(emptyCommit(incoming))
    return { repeat: committed === 'repeat', notice: words.say(`closed.${closed}`, { unit: seat.unit.name }) }
  }
  if (input.type === 'choice' || (page && !looks)) {
    const committed = await deliver.commit(emptyCommit(incoming))
    return { repeat: committed === 'repeat', notice: words.say('toast.unknown'), isRefused: true }
  }
  const texts = closed
    ? [words.say(`closed.${closed}`, { unit: seat.unit.name })]
    : looks
      ? [words.say('member.looks', { unit: seat.unit.name })]
      : greeting(words, known)
  const own = input.type === 'text' ? ownRow(incoming, input.text, null) : []
  const answer = wordsMessage(
    environment.id(),
    chat,
    texts.map(text => ({ text, style: 'plain' })),
  )
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox: [...own, answer] })
  return { repeat: committed === 'repeat', notice: null }
}

/** States in which a report stays as it was handed in. */
type Closed = Exclude<FilingState, 'draft' | 'returned'>

/** The state that alone keeps a filler from answering; null where another reason does. */
const closedIn = ({ members, unit, above, state }: Ground): Closed | null => {
  if (state === 'draft' || state === 'returned' || stateAllows(state, 'answer-filing')) return null
  // A state that other code stored has no words here.
  if (!filingStates.includes(state)) return null
  return decide(members, 'answer-filing', { id: unit, above }) ? state : null
}
