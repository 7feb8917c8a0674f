// A supervisor's own words as an asking: rules over signs, the surest first. Pure; it knows no unit, and leaves what is
// asked about as words.

import type { Words } from '../../../i18n/words.ts'
import type { AskingName } from '../../doors.ts'
import { signsIn } from './signs.ts'

/** `text` is what is left: a unit's name, a branch's, or words that say nothing. */
export type HeardAsking = {
  readonly asking: AskingName
  readonly text: string
  readonly args: readonly string[]
}

type Rule = {
  readonly asking: AskingName
  readonly signs: readonly string[]
  readonly args?: readonly string[]
}

/** The first whose signs are all there. */
const rules: readonly Rule[] = [
  { asking: 'reply', signs: ['superior'] },
  { asking: 'away', signs: ['leave'] },
  { asking: 'away', signs: ['back'] },
  { asking: 'figures', signs: ['figures'] },
  { asking: 'exempt', signs: ['gone'] },
  { asking: 'exempt', signs: ['exempt'] },
  { asking: 'change-filler', signs: ['moved'] },
  { asking: 'echo', signs: ['remind', 'echo'] },
  { asking: 'last-year', signs: ['before'] },
  { asking: 'extended', signs: ['extend', 'who'] },
  { asking: 'extend', signs: ['extend'] },
  { asking: 'names', signs: ['filler', 'missing'], args: ['missing'] },
  { asking: 'people', signs: ['filler'] },
  { asking: 'chase', signs: ['notice'] },
  { asking: 'remind', signs: ['remind'] },
  { asking: 'unsealed', signs: ['seal'] },
  { asking: 'published', signs: ['published'] },
  { asking: 'unclaimed', signs: ['unclaimed'] },
  { asking: 'zeros', signs: ['zero'] },
  { asking: 'returned', signs: ['returned'] },
  { asking: 'arrivals', signs: ['today'], args: ['0'] },
  { asking: 'arrivals', signs: ['yesterday'], args: ['1'] },
  { asking: 'approved', signs: ['approved'] },
  { asking: 'queue', signs: ['review'] },
  { asking: 'names', signs: ['missing', 'list'], args: ['missing'] },
  { asking: 'missing', signs: ['missing'] },
  { asking: 'days-left', signs: ['deadline'] },
  { asking: 'progress', signs: ['handed'] },
]

/** Undefined for words without any sign, for a unit that is pointed at and not named, and for what no campaign tells. */
export const heardAsking = (words: Pick<Words, 'desk'>, typed: string): HeardAsking | undefined => {
  const { has, left } = signsIn(words, typed.normalize('NFKC').toLowerCase())
  if (has('vague') || has('outside')) return undefined
  const rule = rules.find(({ signs }) => signs.every(has))
  return rule && { asking: rule.asking, text: left, args: rule.args ?? [] }
}
