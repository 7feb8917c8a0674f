// Labels and headings of a printed form, compared as a reader compares them: numbers, spaces, quotes and brackets
// aside. It must not decide which label of a form is meant.

import { fold } from './fold.ts'

const number =
  /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[.、．])/

/** The words alone: `（二）部分公开` and `部分 公开` are the same. */
export const plainLabel = (text: string): string => bare(fold(text).replace(/\s/g, '').replace(number, ''))

/** As printed, only spaces, the number before it and the shape of quotes and brackets aside. */
export const sameLabel = (one: string, other: string): boolean => shape(one) === shape(other)

const shape = (text: string): string =>
  fold(text)
    .replace(/\s/g, '')
    .replace(number, '')
    .replace(/[“”„‟"'‘’「」『』]/g, '"')

const bare = (text: string): string => text.replace(/[\p{P}\p{S}\s]/gu, '')

/** The likeness of two plain labels, 0 to 1: the share of neighbouring signs they have in common. */
export const likeness = (one: string, other: string): number => {
  const all = Math.max(0, one.length - 1) + Math.max(0, other.length - 1)
  if (all === 0) return one === other ? 1 : 0
  const own = pairsOf(one)
  let shared = 0
  for (const [pair, count] of pairsOf(other)) shared += Math.min(count, own.get(pair) ?? 0)
  return (2 * shared) / all
}

/** The likeness can be no greater, by their lengths alone. */
export const mostLikeness = (one: string, other: string): number =>
  (2 * (Math.min(one.length, other.length) - 1)) / Math.max(1, one.length + other.length - 2)

/** How often each pair of neighbouring signs stands there. The same labels are compared again and again. */
const pairsOf = (text: string): ReadonlyMap<number, number> => {
  const found = recent.get(text)
  if (found) return found
  const pairs = new Map<number, number>()
  for (let at = 1; at < text.length; at += 1) {
    const pair = text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  if (recent.size >= kept) recent.clear()
  recent.set(text, pairs)
  return pairs
}

const kept = 512
const recent = new Map<string, ReadonlyMap<number, number>>()

const firstRank =
  /^(?:第\s?([一二三四五六七八九十]{1,3})\s?(?:部分|章)\s*[、.．，,:：]?|([一二三四五六七八九十]{1,3})\s*[、.．，,:：])\s*(.*)$/su

/** A first-level heading's number and words: `五、存在的问题`, `第五部分 存在的问题`. A heading without a number has null. */
export const takeNumber = (line: string): { readonly number: string | null; readonly words: string } => {
  const [, part, number, rest] = firstRank.exec(line.trim()) ?? []
  return { number: part ?? number ?? null, words: (rest ?? line).trim() }
}

/** A label without what explains it in brackets: `规章（设区的市应提供）` is `规章`. The last bracket may be open. */
export const withoutBrackets = (label: string): string =>
  label.replace(/[（(][^（()）]{0,200}[）)]/gu, '').replace(/[（(][^（()）]{0,200}$/u, '')

/** A line of a table of contents: words, a leader, a page. */
export const isContentsLine = (line: string): boolean => /[\t.…·．]\s{0,40}\d{1,3}$/u.test(line.trim())

/** Whether a cell holds words, as a label does. */
export const isWords = (cell: string): boolean => cell.length <= 200 && /\p{L}/u.test(cell)
