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
  const pairs = pairsOf(other)
  const own = pairsOf(one)
  const all = own.length + pairs.length
  if (all === 0) return one === other ? 1 : 0
  const shared = own.filter(pair => {
    const at = pairs.indexOf(pair)
    if (at >= 0) pairs.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / all
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

/** A first-level heading's number and words: `五、存在的问题`. A heading without a number has null. */
export const takeNumber = (line: string): { readonly number: string | null; readonly words: string } => {
  const [, found, rest] = /^([一二三四五六七八九十]{1,3})\s*[、.．，,:：]\s*(.*)$/su.exec(line.trim()) ?? []
  return { number: found ?? null, words: (rest ?? line).trim() }
}

/** A line of a table of contents: words, a leader, a page. */
export const isContentsLine = (line: string): boolean => /[\t.…·．]\s{0,40}\d{1,3}$/u.test(line.trim())
