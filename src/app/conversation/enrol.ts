// A person without a seat: an invitation binds them to a unit; without one they are told so, and can do nothing.

import { personId } from '../../engine/filing.ts'
import { hashOf } from '../hash-of.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Receiving } from './receive.ts'

/** The code that `/start CODE` carries, if it may be one (Bot API: up to 64 of A-Za-z0-9_-). */
export const codeOf = ({ said }: Incoming): string | null =>
  said.type === 'command' && said.name === 'start' && /^[\w-]{16,64}$/.test(said.argument)
    ? said.argument
    : null

/**
 * Bind the account to the invitation's unit, if it can still be taken. A step of its own under an id of its own, so
 * that the message itself, which then finds a seat, is answered even if we die in between.
 */
export const enrol = async (
  { conversations, registry, deliver, environment }: Receiving,
  incoming: Incoming,
  code: string,
): Promise<void> => {
  const invitation = await hashOf(code)
  const open = await registry.invitation(invitation, environment.now())
  if (!open) return
  // A person with a place already takes the new one as themselves: next year's link, or another unit's.
  const seat = await conversations.loadSeat(incoming.person, incoming.chat)
  await deliver.commit({
    ...emptyCommit({ ...incoming, id: `${incoming.id}/enrol` }),
    enrol: {
      invitation,
      person: open.person ?? seat?.person.id ?? personId(environment.id()),
      account: incoming.person,
      name: incoming.name,
      chat: incoming.chat,
    },
  })
}

/** Tell a stranger, once per message and politely, how to come in. */
export const turnAway = async (
  { deliver, words, environment }: Receiving,
  incoming: Incoming,
  why: 'stranger' | 'stranger.expired',
): Promise<Received> => {
  const text = words.say(why)
  if (incoming.said.type === 'choice') {
    const committed = await deliver.commit(emptyCommit(incoming))
    return { repeat: committed === 'repeat', notice: words.say('toast.unknown') }
  }
  const outbox = [wordsMessage(environment.id(), incoming.chat, [{ text, style: 'plain' }])]
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox })
  return { repeat: committed === 'repeat', notice: null }
}
