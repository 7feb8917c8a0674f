// A button's label with the places where its line may break: between words, and never inside brackets. Browsers break
// Chinese between any two signs (CSS Text 3, 5.2), and know phrases of Japanese only.

import { html } from 'hono/html'
import type { Html } from './frame.ts'

/** A label of so many signs stands on one line everywhere. */
const mostOnALine = 6

/** The label as HTML; it needs `word-break: keep-all` around it. */
export const bySense = (label: string): Html | string =>
  label.length <= mostOnALine || !/\p{Script=Han}/u.test(label)
    ? label
    : html`<span>${piecesOf(label).map((piece, place) => (place === 0 ? piece : html`<wbr />${piece}`))}</span>`

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** The words of a label, a single sign with the word before it: 事业性, 不掌握. */
export const piecesOf = (label: string): readonly string[] => {
  const pieces: string[] = []
  let depth = 0
  for (const { segment } of words.segment(label)) {
    const last = pieces.at(-1)
    const begins = segment === '（' || (depth === 0 && segment.length > 1)
    if (last === undefined || (begins && last.length > 1)) pieces.push(segment)
    else pieces.splice(-1, 1, last + segment)
    if (segment === '（') depth += 1
    if (segment === '）') depth -= 1
  }
  return pieces
}
