// Answers the word for a calendar of the unit's days: with a secret address, or with the end of those made before. The
// question that stands is not touched.

import type { UnitId } from '../../engine/filing.ts'
import type { Words } from '../../i18n/words.ts'
import type { Seal } from '../audit.ts'
import { endFeeds } from '../feeds/end-feeds.ts'
import { makeFeed } from '../feeds/make-feed.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import type { Admitted } from '../open.ts'
import type { Audits } from '../ports/audits.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { Feeds } from '../ports/feeds.ts'
import type { Registry } from '../ports/registry.ts'
import type { FeedWord } from './commands.ts'
import { ownRow } from './own-message.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly feeds: Pick<Feeds, 'addFeed' | 'endFeeds' | 'feeds'>
  readonly audits: Pick<Audits, 'headsOf'>
  readonly deliver: Pick<Deliver, 'commit'>
  readonly environment: Environment
  readonly words: Words
  readonly seal: Seal
  /** Absent where nobody could reach it. */
  readonly feedLink?: ((code: string) => string) | undefined
}

export const offerFeed = async (
  deps: Deps,
  incoming: Incoming,
  { seat }: Admitted,
  word: FeedWord,
): Promise<Received> => {
  const { deliver, environment } = deps
  const { unit } = seat.ground
  const said = word === 'calendar' ? await made(deps, incoming, unit) : await ended(deps, incoming, unit)
  const own = incoming.input.type === 'text' ? ownRow(incoming, incoming.input.text, null) : []
  const words = wordsMessage(environment.id(), incoming.chat, [{ text: said.text, style: 'plain' }])
  const answer = { ...words, kind: said.kind }
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox: [...own, answer] })
  return { repeat: committed === 'repeat', notice: null }
}

const callerOf = ({ environment }: Deps, { person, channel }: Incoming) =>
  ({ type: 'person', account: person, channel, at: environment.now() }) as const

/** Of hex digits: 24 bytes. */
const codeLength = 48

type Said = { readonly text: string; readonly kind: 'say' | 'link' }

const say = (text: string): Said => ({ text, kind: 'say' })

const made = async (deps: Deps, incoming: Incoming, unit: UnitId): Promise<Said> => {
  const { words, feedLink, environment } = deps
  if (!feedLink) return say(words.say('feed.none'))
  // Of the message's name, so that one that comes again makes no second feed.
  const code = (await deps.seal('feed', `${incoming.channel}/${incoming.id}`)).slice(0, codeLength)
  const act = await makeFeed({ ...deps, ...environment }, callerOf(deps, incoming), unit, code)
  return act.type === 'done'
    ? { text: words.say('feed.link', { link: feedLink(act.value.code) }), kind: 'link' }
    : say(words.say('feed.refused'))
}

const ended = async (deps: Deps, incoming: Incoming, unit: UnitId): Promise<Said> => {
  const { words, environment } = deps
  const act = await endFeeds({ ...deps, ...environment }, callerOf(deps, incoming), unit)
  if (act.type === 'refused') return say(words.say('feed.refused'))
  const count = act.value.length
  return say(count > 0 ? words.say('feed.ended', { count }) : words.say('feed.none-made'))
}
