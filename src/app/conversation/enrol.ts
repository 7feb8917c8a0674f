// Ways in: an invitation binds a person to a unit, `/web` gives a link with which they open the same filing in a
// browser, and a stranger is told how to come in and can do nothing.

import { leadsToFiling } from '../../district/access.ts'
import type { FilingId, UnitId } from '../../engine/filing.ts'
import type { Words } from '../../i18n/words.ts'
import { hashOf } from '../hash-of.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import type { Admitted } from '../open.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Registry } from '../ports/registry.ts'
import type { Sessions } from '../ports/sessions.ts'
import { makeOwnCode, membershipAt } from '../registry/make-own-code.ts'
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

/** At most one of them. */
type OwnPlace = { readonly filing?: FilingId; readonly desk?: UnitId }

/** The filing or the desk that a link leads to for the person who came in by it, however long ago. */
export const ownPlace = async (
  { sessions, people }: Pick<Deps, 'people'> & { readonly sessions: Pick<Sessions, 'takenInvitation'> },
  { person }: Incoming,
  code: string,
): Promise<OwnPlace> => {
  const taken = await sessions.takenInvitation(await hashOf(code))
  if (!taken || (await people.personOf(person))?.id !== taken.person.id) return {}
  if (taken.filing) return { filing: taken.filing }
  return leadsToFiling(taken.role) ? {} : { desk: taken.unit }
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

/**
 * Answer `/web` with a link, or with why there is none; a page has it in its menu, where no list keeps it. The question that
 * stands is not touched.
 */
export const offerWeb = async (deps: Deps, incoming: Incoming, opened: Admitted): Promise<Received> => {
  const { deliver, words, environment, webLink } = deps
  const made = !incoming.page && webLink && (await makeOwnCode(deps, incoming.channel, membershipAt(opened)))
  const text = made
    ? words.say('web.link', { link: webLink(made.code), minutes: made.minutes })
    : words.say(incoming.page ? 'web.device' : 'web.none')
  const own = incoming.input.type === 'text' ? ownRow(incoming, incoming.input.text, null) : []
  const said = wordsMessage(environment.id(), incoming.chat, [{ text, style: 'plain' }])
  const answer = { ...said, kind: made ? ('link' as const) : said.kind }
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox: [...own, answer] })
  return { repeat: committed === 'repeat', notice: null }
}
