// Mentions of requests for information in a text: how many were received, answered, carried over, and how they ended. A
// mention is only what can be read as one; doubt is silence. It must not compare with any cell.

import { type Count, countsIn } from '../../../reading/counts.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage, WrittenSentence } from '../../../reading/passage.ts'
import type { RequestQuantity } from './labels.ts'
import { readAll, readLabel, readRight } from './request-outcomes.ts'
import { readCame, readReceived } from './requests-that-came.ts'
import { isOtherPeriod, isOwnBody, scopeIn } from './scope.ts'

export type Mention = {
  readonly quantities: readonly RequestQuantity[]
  readonly isLoose: boolean
  readonly number: number
  readonly sentence: number
  /** The words and the number, in the passage. */
  readonly from: number
  readonly to: number
  readonly at: number
  readonly scope: string | null
  readonly isOwn: boolean
  /** A channel, a reason or a manner narrows it: a part of what the label names. */
  readonly isPart: boolean
  readonly isVague: boolean
  /** 均予以公开: at least so many; those carried in may be among them. */
  readonly isAll: boolean
  /** 收到申请3件: nothing says that it is about disclosure but the report itself. */
  readonly isPlain: boolean
}

const units = /^(?:件次|件|宗|起|份|个|条|例|项|人次|次|封)$/u

/** Every mention in the passage, in order. `year` is the report's. */
export const requestsIn = oncePer((passage: Passage, year: number): readonly Mention[] => {
  const found: Mention[] = []
  for (const [at, sentence] of passage.sentences.entries()) {
    if (!/[件宗起份个条例项次封]/u.test(sentence.text)) continue
    const counts = countsIn(sentence.text)
    if (counts.length > 0) read(passage, year, sentence, at, counts, found)
  }
  return found
})

const read = (
  passage: Passage,
  year: number,
  sentence: WrittenSentence,
  index: number,
  counts: readonly Count[],
  found: Mention[],
): void => {
  const { text } = sentence
  const before = contextOf(passage, sentence)
  const scope = scopeIn(text)
  const isOwn = isOwnBody(text)
  let from = 0
  for (const [nth, count] of counts.entries()) {
    const left = text.slice(from, count.at)
    const right = text.slice(count.end, counts[nth + 1]?.at ?? text.length)
    from = count.end
    if (!units.test(count.unit)) continue
    const said = before + text.slice(0, count.at)
    const label =
      readReceived(left, said) ??
      readCame(left, text) ??
      readLabel(left, said, text) ??
      readRight(left, right, said)
    if (!label) continue
    const later = readAll(label, right)
    const isPlain = label.isPlain === true
    const start = count.at - left.length + label.at
    const words = text.slice(Math.max(0, start - 24), count.at)
    if (isOtherPeriod(clauseOf(text, start, count.at), year)) continue
    if (isOtherPeriod(headOf(text), year) && !label.quantities.some(each => each.startsWith('carried')))
      continue
    found.push({
      quantities: label.quantities,
      isLoose: label.isLoose,
      number: count.number,
      sentence: index,
      from: sentence.at + start,
      to: sentence.at + (label.isAfter ? Math.min(text.length, count.end + label.isAfter) : count.end),
      at: sentence.at + count.at,
      scope,
      isOwn,
      isPart: label.isPart || /各$/u.test(words),
      isVague: count.isVague,
      isAll: false,
      isPlain,
    })
    const own = found.at(-1)
    if (later && own)
      found.push({
        ...own,
        quantities: [later.quantity],
        to: sentence.at + count.end + later.end,
        isAll: true,
      })
  }
}

/** The clause that a label stands in, up to its number. */
const clauseOf = (text: string, start: number, end: number): string => {
  const before = text.slice(0, start)
  const cut = Math.max(...[...'，；：。（'].map(sign => before.lastIndexOf(sign)))
  return text.slice(cut + 1, end)
}

/** A sentence that opens with a year speaks of it: 2022年，…… */
const headOf = (text: string): string =>
  /^(?:（[^）]{1,3}）)?[^，。]{0,16}?20\d\d年(?:度)?(?=[，我本全共由])/u.exec(text)?.[0] ?? ''

/** The paragraph so far and the line above it, where the subject is named. */
const contextOf = (passage: Passage, { at, line }: WrittenSentence): string => {
  const above = passage.lines[line - 1]?.text.slice(0, 30) ?? ''
  const start = passage.lines[line]?.at ?? 0
  return `${above}${passage.plain.slice(Math.max(start, at - 240), at)}`
}
