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

const shingles = (text: string): ReadonlySet<string> => {
  const all = new Set<string>()
  for (let at = 0; at + size <= text.length; at += 1) all.add(text.slice(at, at + size))
  return all
}

/** Whether a sentence stood in one of these texts nearly the same. */
const comparer = (before: readonly Passage[], own: ReadonlySet<string>): ((text: string) => boolean) => {
  const old = new Set(before.flatMap(({ sentences }) => sentences.map(({ text }) => normal(text))))
  const known: ReadonlySet<string>[] = []
  const index = new Map<string, number[]>()
  for (const text of old) {
    if (text.length < shortest || own.has(text)) continue
    const parts = shingles(text)
    for (const part of parts) {
      const places = index.get(part)
      if (places) places.push(known.length)
      else index.set(part, [known.length])
    }
    known.push(parts)
  }
  return text => {
    if (old.has(text)) return true
    const parts = [...shingles(text)]
    const rarity = (part: string) => index.get(part)?.length ?? 0
    parts.sort((one, other) => rarity(one) - rarity(other))
    // Two sentences that are alike share at least one of these, the rarest.
    const probes = parts.slice(0, Math.floor((1 - nearly) * parts.length) + 1)
    const candidates = new Set(probes.flatMap(part => index.get(part) ?? []))
    for (const at of candidates) {
      const other = known[at]
      if (!other) continue
      const common = parts.reduce((sum, part) => sum + (other.has(part) ? 1 : 0), 0)
      if (common / (parts.length + other.size - common) >= nearly) return true
    }
    return false
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
  const own = new Set(supplied.flatMap(({ sentences }) => sentences.map(({ text }) => normal(text))))
  const isOld = comparer(before, own)
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
