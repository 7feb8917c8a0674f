// How much of a text says the same as another did, sentence by sentence, years and figures aside. It must not judge
// how much is too much.

import type { Passage } from './passage.ts'

export type Alike = {
  /** Of all the signs that count, those in sentences that stood in the other text nearly the same. */
  readonly share: number
  /** Such sentences, longest first. */
  readonly sentences: readonly { readonly passage: number; readonly from: number; readonly to: number }[]
}

const shortest = 12
const nearly = 0.75
const size = 2

/** Sentences without numbers, law names, brackets and signs. */
const normal = (sentence: string): string =>
  sentence
    .replace(/《[^》]*》/gu, '')
    .replace(
      /^（[一二三四五六七八九十\d]{1,3}）|^[一二三四五六七八九十\d]{1,2}[、.]|^[一二三四五六七八九十]是/u,
      '',
    )
    .replace(/[\d.,%]+/gu, '')
    .replace(/[^\p{Script=Han}A-Za-z]/gu, '')

const shingles = (text: string): ReadonlySet<string> => {
  const all = new Set<string>()
  for (let at = 0; at + size <= text.length; at += 1) all.add(text.slice(at, at + size))
  return all
}

/** Compares `texts` with what was written `before`; sentences of `supplied` count nowhere. */
export const alike = (
  texts: readonly Passage[],
  before: readonly Passage[],
  supplied: readonly Passage[],
): Alike => {
  const own = new Set(supplied.flatMap(({ sentences }) => sentences.map(({ text }) => normal(text))))
  const old = before
    .flatMap(({ sentences }) => sentences.map(({ text }) => normal(text)))
    .filter(text => text.length >= shortest && !own.has(text))
  const exact = new Set(old)
  const index = new Map<string, number[]>()
  const sizes = old.map((text, at) => {
    const parts = shingles(text)
    for (const part of parts) {
      const places = index.get(part)
      if (places) places.push(at)
      else index.set(part, [at])
    }
    return parts.size
  })
  const isOld = (text: string): boolean => {
    if (exact.has(text)) return true
    const parts = shingles(text)
    const common = new Map<number, number>()
    for (const part of parts)
      for (const at of index.get(part) ?? []) common.set(at, (common.get(at) ?? 0) + 1)
    for (const [at, count] of common)
      if (count / (parts.size + (sizes[at] ?? 0) - count) >= nearly) return true
    return false
  }
  let all = 0
  let same = 0
  const sentences: { passage: number; from: number; to: number; length: number }[] = []
  for (const [passage, { sentences: list }] of texts.entries()) {
    for (const { text, at } of list) {
      const plain = normal(text)
      if (plain.length < shortest || own.has(plain)) continue
      all += plain.length
      if (!isOld(plain)) continue
      same += plain.length
      sentences.push({ passage, from: at, to: at + text.length, length: plain.length })
    }
  }
  sentences.sort((one, other) => other.length - one.length)
  return { share: all === 0 ? 0 : same / all, sentences }
}
