// Which of the printed options an answer names: 微博、微信 · 1、3 · 都有 · 都没有. It must not guess: a word that is no
// option's whole label, or a denial beside a label, names none.

import { withoutCourtesy, withoutStart } from './courtesy.ts'
import { fold } from './fold.ts'
import { isZeroWord } from './zero-word.ts'

/** Words between two options. */
const between = [',', '、', ';', '.', '/', '|', '以及', '和', '及', '与', '跟', '还有', '并']
const all = new Set('全部 全部都有 都有 全有 以上都有 以上全部 都是 全选 all'.split(' '))

/** How a document joins the labels; `readOptions` reads it back. */
export const printOptions = (labels: readonly string[]): string => labels.join('、')
/** The print of an empty list. */
export const noOptions = '无'

/** The places of the named labels, in the labels' order; undefined when the words name anything else. */
export const readOptions = (text: string, labels: readonly string[]): readonly number[] | undefined => {
  const said = withoutCourtesy(fold(text)).toLowerCase()
  if (said === '') return undefined
  const folded = labels.map(label => fold(label).trim().toLowerCase())
  const exact = folded.indexOf(said)
  if (exact >= 0) return [exact]
  if (isZeroWord(said)) return []
  if (all.has(said)) return labels.map((_, place) => place)
  const places = new Set<number>()
  let rest = said
  while (rest !== '') {
    const found = firstOf(rest, folded)
    if (!found) return undefined
    places.add(found.place)
    const after = rest.slice(found.length).trimStart()
    const next = withoutStart(after, between).trimStart()
    // Two labels that touch are one word, perhaps another one.
    if (next !== '' && after === rest.slice(found.length) && next === after) return undefined
    rest = next
  }
  return [...places].sort((a, b) => a - b)
}

/** The longest label that the words begin with, else the number of one. */
const firstOf = (
  said: string,
  labels: readonly string[],
): { readonly place: number; readonly length: number } | undefined => {
  const places = labels.flatMap((label, place) => (label !== '' && said.startsWith(label) ? [place] : []))
  const [place] = places.sort((a, b) => (labels[b]?.length ?? 0) - (labels[a]?.length ?? 0))
  if (place !== undefined) return { place, length: labels[place]?.length ?? 0 }
  const [written] = /^\d{1,3}/.exec(said) ?? []
  const number = Number(written)
  return written !== undefined && number >= 1 && number <= labels.length
    ? { place: number - 1, length: written.length }
    : undefined
}
