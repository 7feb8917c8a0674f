// `/web`: a link with which a person opens the same filing in a browser, as themselves. It is a key, so it is theirs
// alone, opens once, and not for long.

import { hashOf } from '../hash-of.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Seat } from '../ports/conversations.ts'
import { keptRow } from './own-message.ts'
import type { Receiving } from './receive.ts'

const minutes = 15

/** Answer with a link, or with why there is none. What is asked stays asked. */
export const offerWeb = async (room: Receiving, incoming: Incoming, seat: Seat): Promise<Received> => {
  const { deliver, words, environment, webLink } = room
  const text = webLink
    ? words.say('web.link', { link: webLink(await newCode(room, seat)), minutes })
    : words.say('web.none')
  const own = incoming.said.type === 'text' ? keptRow(incoming, incoming.said.text, null) : []
  const answer = wordsMessage(environment.id(), incoming.chat, [{ text, style: 'plain' }])
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox: [...own, answer] })
  return { repeat: committed === 'repeat', notice: null }
}

/** Three ids of 8 random bytes: as long as a code from `nianbao invite`. One that is never sent expires unused. */
const newCode = async (
  { registry, environment }: Receiving,
  { person: { id: person, name }, unit, filing }: Seat,
): Promise<string> => {
  const code = environment.id() + environment.id() + environment.id()
  const expiresAt = environment.now() + minutes * 60_000
  await registry.invite(await hashOf(code), { unit: unit.id, filing: filing.id, expiresAt, name, person })
  return code
}
