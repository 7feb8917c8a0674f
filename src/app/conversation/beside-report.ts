// Words that are about no cell of the report and leave its question alone: a browser, a calendar, the settings of the
// unit's documents. Each asks the door by its own name.

import type { Incoming } from '../message.ts'
import { open } from '../open.ts'
import type { Received } from '../ports/channel.ts'
import type { Conversations } from '../ports/conversations.ts'
import { asksForSettings, asksForWeb, feedWordOf } from './commands.ts'
import { offerWeb } from './enrol.ts'
import { offerFeed } from './offer-feed.ts'
import { offerSettings } from './offer-settings.ts'
import { settingIn } from './setting-in.ts'

type Deps = Parameters<typeof offerWeb>[0] &
  Parameters<typeof offerFeed>[0] &
  Parameters<typeof offerSettings>[0] & { readonly conversations: Pick<Conversations, 'readSeat'> }

/** Undefined for a message that is none of these; null where the door stays shut. */
export const answerBeside = async (deps: Deps, incoming: Incoming): Promise<Received | null | undefined> => {
  const { conversations, words } = deps
  const { input, chat } = incoming
  const openFor = (action: Parameters<typeof open>[2]) =>
    open(conversations, { account: incoming.person, chat }, action)
  if (asksForWeb(words, input)) {
    const opened = await openFor('ask-own-link')
    return opened && offerWeb(deps, incoming, opened)
  }
  const feedWord = feedWordOf(words, input)
  if (feedWord) {
    const opened = await openFor('make-feed')
    return opened && offerFeed(deps, incoming, opened, feedWord)
  }
  const setting = input.type === 'text' ? settingIn(words, input.text) : null
  if (!setting && !asksForSettings(words, input)) return undefined
  const opened = await openFor('set-prints')
  return opened && offerSettings(deps, incoming, opened, setting)
}
