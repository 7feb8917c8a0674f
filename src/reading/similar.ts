// How much of a text says the same as another did, sentence by sentence, years and figures aside. It must not judge
// how much is too much.

import { budgetFor, nearSentence } from './near-sentence.ts'
import type { Passage } from './passage.ts'

export type Alike = {
  /** Of all the signs that count, those in sentences that stood in the other text nearly the same. */
  readonly share: number
  /** The same of sentences that could not be compared to the end: none but in texts that are made for it. */
  readonly open: number
  /** Such sentences, longest first. */
  readonly sentences: readonly { readonly passage: number; readonly from: number; readonly to: number }[]
}

const shortest = 12

/** Sentences without numbers, law names, brackets and signs. */
const normal = (sentence: string): string =>
  withoutTitles(sentence)
    .replace(
      /^（[一二三四五六七八九十\d]{1,3}）|^[一二三四五六七八九十\d]{1,2}[、.]|^[一二三四五六七八九十]是/u,
      '',
    )
    .replace(/[\d.,%]+/gu, '')
    .replace(/[^\p{Script=Han}A-Za-z]/gu, '')

/** Without 《…》. */
const withoutTitles = (text: string): string => {
  let rest = ''
  let at = 0
  for (;;) {
    const open = text.indexOf('《', at)
    const close = open < 0 ? -1 : text.indexOf('》', open)
    if (close < 0) return rest + text.slice(at)
    rest += text.slice(at, open)
    at = close + 1
  }
}

/** Compares `texts` with what was written `before`; sentences of `supplied` count nowhere. */
export const alike = (
  texts: readonly Passage[],
  before: readonly Passage[],
  supplied: readonly Passage[],
): Alike => {
  const all = [...texts, ...before, ...supplied]
  const [first] = all
  const found = first && recent.get(first)
  if (found && found.all.length === all.length && found.all.every((each, at) => each === all[at]))
    return found.result
  const result = compare(texts, before, supplied)
  if (first) recent.set(first, { all, result })
  return result
}

const recent = new WeakMap<Passage, { all: readonly Passage[]; result: Alike }>()

const compare = (
  texts: readonly Passage[],
  before: readonly Passage[],
  supplied: readonly Passage[],
): Alike => {
  const own = new Set(normalIn(supplied))
  const old = new Set(normalIn(before).filter(text => text.length >= shortest && !own.has(text)))
  const budget = budgetFor([...texts, ...before].reduce((sum, { plain }) => sum + plain.length, 0))
  const isOld = nearSentence(old)
  let [all, same, open] = [0, 0, 0]
  const sentences: { passage: number; from: number; to: number; length: number }[] = []
  for (const [passage, { sentences: list }] of texts.entries()) {
    for (const { text, at } of list) {
      const plain = normal(text)
      if (plain.length < shortest || own.has(plain)) continue
      all += plain.length
      const isSame = isOld(plain, budget)
      if (isSame === null) open += plain.length
      if (!isSame) continue
      same += plain.length
      sentences.push({ passage, from: at, to: at + text.length, length: plain.length })
    }
  }
  sentences.sort((one, other) => other.length - one.length)
  return { share: all === 0 ? 0 : same / all, open: all === 0 ? 0 : open / all, sentences }
}

const normalIn = (passages: readonly Passage[]): readonly string[] =>
  passages.flatMap(({ sentences }) => sentences.map(({ text }) => normal(text)))
