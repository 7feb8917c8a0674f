// The written texts a rule is about, ready to be read, and the finding about words in one of them.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import { type Passage, passageOf } from '../../../reading/passage.ts'

export type Written = { readonly text: TextKey; readonly passage: Passage }

/** Words of a passage by their places. */
export type Span = { readonly from: number; readonly to: number }

/** Texts that have words. */
export const writtenIn = (texts: readonly TextKey[], judged: Pick<Judged, 'text'>): readonly Written[] =>
  texts.flatMap(text => {
    const body = judged.text(text)
    return body ? [{ text, passage: passageOf(body) }] : []
  })

/** A finding about the words between two places. */
export const about = (
  { text, passage }: Written,
  { from, to }: Span,
  finding: Omit<Finding, 'text' | 'quote' | 'cells'> & Partial<Pick<Finding, 'cells'>>,
): Finding => ({ cells: [], ...finding, text, quote: passage.quote(...clauses(passage.plain, from, to)) })

/** Signs that a quote reaches out to the end of its clause at most. */
const reach = 24

/** A quote begins and ends at a clause; the number of a subsection is none of it. */
const clauses = (plain: string, from: number, to: number): readonly [number, number] => {
  const start = from - signsOf([...plain.slice(Math.max(0, from - reach), from)].reverse(), '（）')
  const number = /^[一二三四五六七八九十\d]{1,3}）/u.exec(plain.slice(start, to))?.[0].length ?? 0
  const isEnded = ends.includes(plain.charAt(to - 1)) || plain.charAt(to - 1) === '）'
  return [start + number, isEnded ? to : to + signsOf([...plain.slice(to, to + reach)], '（）、')]
}

const ends = '，。；：！？\n'

/** The signs before the first end of a clause, none where it is further away. */
const signsOf = (signs: readonly string[], more: string): number => {
  const end = signs.findIndex(sign => ends.includes(sign) || more.includes(sign))
  return end >= 0 ? end : signs.length < reach ? signs.length : 0
}
