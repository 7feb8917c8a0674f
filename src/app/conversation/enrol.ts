// Ways in: an invitation binds a person to a unit, `/web` gives a link with which they open the same filing in a
// browser, and a stranger is told how to come in and can do nothing.

import { personId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import type { Words } from '../../i18n/words.ts'
import { hashOf } from '../hash-of.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import type { Admitted } from '../open.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Registry } from '../ports/registry.ts'
import { openInvitation } from '../registry/open-invitation.ts'
import { ownRow } from './own-message.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'loadSeat'>
  readonly registry: Pick<Registry, 'invitation' | 'invite' | 'members'>
  readonly deliver: Pick<Deliver, 'commit'>
  readonly environment: Pick<Environment, 'id' | 'now'>
  readonly words: Words
  /** Where a code is taken in a browser; absent when nobody could reach it. */
  readonly webLink?: ((code: string) => string) | undefined
}

/** The code that `/start CODE` carries, if it may be one (Bot API: up to 64 of A-Za-z0-9_-). */
export const codeOf = ({ input }: Incoming): string | null =>
  input.type === 'command' && input.name === 'start' && /^[\w-]{16,64}$/.test(input.argument)
    ? input.argument
    : null

/**
 * Bind the account to the invitation's unit, if it can still be taken. A step of its own under an id of its own, so
 * that the message itself, which then finds a seat, is answered even if we die in between.
 */
export const enrol = async (
  { conversations, registry, deliver, environment }: Deps,
  incoming: Incoming,
  code: string,
): Promise<void> => {
  const found = await openInvitation(registry, code, environment.now())
  if (!found) return
  // A person with a place already takes the new one as themselves: next year's link, or another unit's.
  const seat = await conversations.loadSeat(incoming.person, incoming.chat)
  await deliver.commit({
    ...emptyCommit({ ...incoming, id: `${incoming.id}/enrol` }),
    rights: found.rights,
    enrol: {
      invitation: found.hash,
      person: found.invitation.person ?? seat?.person.id ?? personId(environment.id()),
      account: incoming.person,
      name: incoming.name,
      chat: incoming.chat,
    },
  })
}

/** Tell a stranger, once per message and politely, how to come in; a page says it itself. */
export const turnAway = async (
  { deliver, words, environment }: Deps,
  incoming: Incoming,
  why: 'stranger' | 'stranger.expired',
): Promise<Received> => {
  const text = words.say(why, { reports: words.reports })
  if (incoming.input.type === 'choice') {
    const committed = await deliver.commit(emptyCommit(incoming))
    return { repeat: committed === 'repeat', notice: words.say('toast.unknown'), isRefused: true }
  }
  const answer = wordsMessage(environment.id(), incoming.chat, [{ text, style: 'plain' }])
  const committed = await deliver.commit({
    ...emptyCommit(incoming),
    outbox: incoming.page ? [] : [answer],
  })
  return { repeat: committed === 'repeat', notice: null, isRefused: true }
}

const minutes = 15

/** Answer `/web` with a link, or with why there is none. The question that stands is not touched. */
export const offerWeb = async (deps: Deps, incoming: Incoming, opened: Admitted): Promise<Received> => {
  const { deliver, words, environment, webLink } = deps
  const text = webLink
    ? words.say('web.link', { link: webLink(await personalCode(deps, opened)), minutes })
    : words.say('web.none')
  const own = incoming.input.type === 'text' ? ownRow(incoming, incoming.input.text, null) : []
  const answer = wordsMessage(environment.id(), incoming.chat, [{ text, style: 'plain' }])
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox: [...own, answer] })
  return { repeat: committed === 'repeat', notice: null }
}

/**
 * A key of this person's alone to what they have, which opens once and not for long. Three ids of 8 random bytes: as
 * long as a code from `nianbao invite`. One that is never sent expires unused.
 */
const personalCode = async (
  { registry, environment }: Deps,
  { seat: { person, filing, ground }, rights }: Admitted,
): Promise<string> => {
  const member = ground.members.find(({ id }) => rights.members.includes(id))
  if (!member) throw fault('case-unknown', 'member')
  const code = environment.id() + environment.id() + environment.id()
  const expiresAt = environment.now() + minutes * 60_000
  const { unit, role } = member
  const whose = { person: person.id, name: person.name }
  await registry.invite(await hashOf(code), { unit, role, filing: filing.id, expiresAt, ...whose })
  return code
}
