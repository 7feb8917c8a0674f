// The way on in a browser: a link of the person's own to the same desk.

import { plain } from '../../conversation/compose/view.ts'
import { makeOwnCode } from '../../registry/make-own-code.ts'
import type { Asking } from '../asking.ts'
import { rightsAt } from '../desk-of.ts'

export const web: Asking = async (deps, asker) => {
  const { words, webLink } = deps
  const { place, caller } = asker
  if (caller.type !== 'person' || caller.channel === 'web') return { lines: [plain(words.say('web.device'))] }
  const rights = rightsAt(asker, 'ask-own-link')
  const { person } = place
  const member = person.members.find(({ id }) => rights?.members.includes(id))
  const made =
    webLink && rights && member
      ? await makeOwnCode(deps, caller.channel, { person, member, filing: null, rights })
      : null
  if (!made || !webLink) return { lines: [plain(words.say('web.none'))] }
  const text = words.desk('web', { link: webLink(made.code), minutes: made.minutes })
  return { lines: [], links: [[plain(text)]] }
}
