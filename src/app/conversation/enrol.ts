// Ways in: an invitation binds a person to a unit, `/web` gives a link with which they open the same filing in a
// browser, and a stranger is told how to come in and can do nothing.

import type { FilingId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import type { Words } from '../../i18n/words.ts'
import { hashOf } from '../hash-of.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import type { Admitted } from '../open.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Registry } from '../ports/registry.ts'
import type { Sessions } from '../ports/sessions.ts'
import { storeInvitation } from '../registry/make-invitation.ts'
import { type TakeDeps, takeInvitation } from '../registry/take-invitation.ts'
import { ownRow } from './own-message.ts'

type Deps = TakeDeps & {
  readonly registry: Pick<Registry, 'invite'>
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
 * Takes the invitation for the account. A step of its own under an id of its own, so that the message itself, which then
 * finds a seat, is answered even if we die in between.
 */
export const enrol = (deps: Deps, incoming: Incoming, code: string): Promise<boolean> =>
  takeInvitation(deps, { ...incoming, id: `${incoming.id}/enrol`, code })

/** The filing that a link leads to for the person who came in by it, however long ago. */
export const ownFiling = async (
  { sessions, people }: Pick<Deps, 'people'> & { readonly sessions: Pick<Sessions, 'takenInvitation'> },
  { person }: Incoming,
  code: string,
): Promise<FilingId | undefined> => {
  const taken = await sessions.takenInvitation(await hashOf(code))
  if (!taken?.filing || (await people.personOf(person))?.id !== taken.person.id) return undefined
  return taken.filing
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
  const admitted = { who: { by: person.id, at: now, channel }, rights }
  await storeInvitation({ ...environment, registry, audits, seal }, admitted, await hashOf(code), invitation)
  return code
}
