// The signs by which a supervisor's own words are told: `heard.<sign>` in the books lists the words of each, `|` between
// them. The words that are left when all of them are taken out are what is asked about.

import type { Words } from '../../../i18n/words.ts'

const signs = [
  ...(['superior', 'gone', 'exempt', 'moved', 'extend', 'before', 'echo', 'remind', 'filler'] as const),
  ...(['who', 'notice', 'figures', 'seal', 'published', 'zero', 'returned', 'today'] as const),
  ...(['yesterday', 'review', 'approved', 'missing', 'list', 'handed'] as const),
  ...(['leave', 'back', 'vague', 'outside', 'unclaimed', 'deadline'] as const),
  // Words that say nothing about what is asked: please, now, all units.
  'nothing',
] as const

export type Heard = {
  readonly has: (sign: string) => boolean
  /** The words without those of any sign. */
  readonly left: string
}

export const signsIn = (words: Pick<Words, 'desk'>, said: string): Heard => {
  const known = signs.map(sign => [sign, words.desk(`heard.${sign}`).split('|')] as const)
  const all = known.flatMap(([, of]) => of).toSorted((a, b) => b.length - a.length)
  const present = new Set(
    known.filter(([, of]) => of.some(word => said.includes(word))).map(([sign]) => sign),
  )
  const left = all.reduce((text, word) => text.replaceAll(word, ' '), said)
  return {
    has: sign => [...present].some(each => each === sign),
    left: left.replace(/[\p{P}\s]+/gu, ' ').trim(),
  }
}

/** Without the small words at both ends that belong to no name: who, yet, to. */
export const withoutWeak = (words: Pick<Words, 'desk'>, text: string): string => {
  const weak = words.desk('heard.weak').split('|')
  for (let left = text.trim(); ; ) {
    const next = weak.reduce((each, word) => cut(each, word), left)
    if (next === left) return left
    left = next
  }
}

const cut = (text: string, word: string): string => {
  const rest = text.startsWith(word) ? text.slice(word.length) : text
  return (rest.endsWith(word) ? rest.slice(0, rest.length - word.length) : rest).trim()
}
