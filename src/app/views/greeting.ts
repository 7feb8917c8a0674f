// The words for somebody who belongs to a unit and has no report to fill in: who they are here, and the way to one. The
// same in a chat and on a page.

import type { Words } from '../../i18n/words.ts'
import type { KnownPerson } from '../ports/people.ts'

/** Sentences, each a line of its own; the first names the person. */
export const greeting = (words: Words, { name, members }: KnownPerson): readonly string[] => [
  words.say('member.hello', { name }),
  ...members.map(({ unitName: unit, role }) =>
    words.say('member.role', { unit, role: words.say(`role.${role}`) }),
  ),
  words.say('member.no-report'),
  words.say('member.link'),
]
