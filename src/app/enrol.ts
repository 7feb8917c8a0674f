// A person without a seat: an invitation binds them to a unit; without one they are told so, and can do nothing.

import { personId } from '../engine/filing.ts'
import { hex } from './hex.ts'
import { type Incoming, wordsMessage } from './message.ts'
import type { Commit, Received } from './ports.ts'
import type { Receiving } from './receive.ts'

/** An invitation's code is stored only as its hash: SHA-256, hex. */
export const hashOf = async (code: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code))
  return hex(new Uint8Array(digest))
}

/** The code that `/start CODE` carries, if it may be one (Bot API: up to 64 of A-Za-z0-9_-). */
export const codeOf = ({ said }: Incoming): string | null =>
  said.type === 'command' && said.name === 'start' && /^[\w-]{16,64}$/.test(said.argument)
    ? said.argument
    : null

/**
 * Bind the account to the invitation's unit, if it can still be taken. A step of its own under an id of its own, so
 * that the message itself, which then finds a seat, is answered even if we die in between.
 */
export const enrol = async ({ store, world }: Receiving, incoming: Incoming, code: string): Promise<void> => {
  const invitation = await hashOf(code)
  const open = await store.invitation(invitation, world.now())
  if (!open) return
  // Whoever has a place already takes the new one as the same person: next year's link, or another unit's.
  const seat = await store.seat(incoming.person, incoming.chat)
  await store.commit({
    ...nothing({ ...incoming, id: `${incoming.id}/enrol` }),
    enrol: {
      invitation,
      person: open.person ?? seat?.person.id ?? personId(world.id()),
      account: incoming.person,
      name: incoming.name,
      chat: incoming.chat,
    },
  })
}

/** Tell a stranger, once per message and politely, how to come in. */
export const turnAway = async (
  { store, words, world }: Receiving,
  incoming: Incoming,
  why: 'stranger' | 'stranger.expired',
): Promise<Received> => {
  const text = words.say(why, { reports: words.reports })
  if (incoming.said.type === 'choice') {
    const committed = await store.commit(nothing(incoming))
    return { repeat: committed === 'repeat', notice: words.say('toast.unknown') }
  }
  const outbox = [wordsMessage(world.id(), incoming.chat, [{ text, style: 'plain' }])]
  const committed = await store.commit({ ...nothing(incoming), outbox })
  return { repeat: committed === 'repeat', notice: null }
}

/** A commit that only remembers that this message came. */
export const nothing = ({
  channel,
  id,
  at,
  chat,
}: Pick<Incoming, 'channel' | 'id' | 'at' | 'chat'>): Commit => ({
  incoming: { channel, id, at, chat },
  filing: null,
  focus: null,
  card: null,
  outbox: [],
  enrol: null,
  previous: null,
  fault: null,
})
