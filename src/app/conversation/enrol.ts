// Ways in: an invitation binds a person to a unit, `/web` gives a link with which they open the same filing in a
// browser, and a stranger is told how to come in and can do nothing.

import { personId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import type { Words } from '../../i18n/words.ts'
import type { Seal } from '../audit.ts'
import { hashOf } from '../hash-of.ts'
import { lostRace } from '../lost-race.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import type { Admitted } from '../open.ts'
import type { Audits } from '../ports/audits.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Registry } from '../ports/registry.ts'
import { sealActs } from '../record-acts.ts'
import { invitationAct, storeInvitation } from '../registry/make-invitation.ts'
import { openInvitation } from '../registry/open-invitation.ts'
import { ownRow } from './own-message.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'loadSeat'>
  readonly registry: Pick<Registry, 'invitation' | 'invite' | 'members'>
  readonly audits: Pick<Audits, 'headsOf'>
  readonly seal: Seal
  readonly deliver: Pick<Deliver, 'commit'>
  readonly environment: Pick<Environment, 'id' | 'now' | 'chance' | 'sleep'>
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
export const enrol = async (deps: Deps, incoming: Incoming, code: string): Promise<void> => {
  const { conversations, registry, deliver, environment, seal } = deps
  let tried: string | undefined
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const now = environment.now()
    const found = await openInvitation(registry, code, now)
    if (!found) return
    const { hash, invitation, rights } = found
    // A person with a place already takes the new one as themselves: next year's link, or another unit's.
    const seat = await conversations.loadSeat(incoming.person, incoming.chat)
    const person = invitation.person ?? seat?.person.id ?? personId(environment.id())
    const role = JSON.stringify([invitation.role ?? 'filler'])
    const act = await invitationAct(seal, 'entered', hash, invitation, role)
    const chains = await sealActs(deps, { by: person, at: now, channel: incoming.channel }, [act])
    const { person: account, name, chat } = incoming
    const committed = await deliver.commit({
      ...emptyCommit({ ...incoming, id: `${incoming.id}/enrol` }),
      rights,
      enrol: { invitation: hash, person, account, name, chat },
      chains,
    })
    // Lost twice at the same end of the chain, it was not for an act that came between.
    if (committed !== 'lost' || chains[0]?.expected === tried) return
    tried = chains[0]?.expected
    await environment.sleep(lostRace.pauseMs(attempt, environment.chance))
  }
  throw fault('contention', 'enrol')
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
    ? words.say('web.link', { link: webLink(await personalCode(deps, incoming, opened)), minutes })
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
  { registry, environment, audits, seal }: Deps,
  { channel }: Incoming,
  { seat: { person, filing, ground }, rights }: Admitted,
): Promise<string> => {
  const member = ground.members.find(({ id }) => rights.members.includes(id))
  if (!member) throw fault('case-unknown', 'member')
  const code = environment.id() + environment.id() + environment.id()
  const now = environment.now()
  const { unit, role } = member
  const whose = { person: person.id, name: person.name }
  const invitation = { unit, role, filing: filing.id, expiresAt: now + minutes * 60_000, ...whose }
  const who = { by: person.id, at: now, channel }
  await storeInvitation({ ...environment, registry, audits, seal }, who, await hashOf(code), invitation)
  return code
}
