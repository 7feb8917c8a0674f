// The lines of a title: one if it fits with room to spare, else broken where a reader would break it. Pure arithmetic
// over widths; the widths are those of the widest common fonts, since a substituted one must not push a sign to a line
// of its own.

import { eastAsianWidth } from 'get-east-asian-width'

/** Latin letters and digits, in ems: half an em in Times New Roman, more in most fonts that stand in for it. */
const narrowEm = 0.65
/** Word processors put a quarter em between Han characters and digits. */
const gapEm = 0.25
/** Share of the text's width from which on a line is tight. */
const tight = 0.97
/** A line much shorter than another looks like a leftover. */
const fairest = 3
/** In ems. */
const measureStep = 0.25

/**
 * `widthPt` is the text's width, `sizePt` the type size. `preferred` is where in the title a second line should begin
 * (0: anywhere). A word that is wider than the text stays whole.
 */
export const titleLines = (
  title: string,
  widthPt: number,
  sizePt: number,
  preferred: number,
): readonly string[] => {
  const room = (widthPt / sizePt) * tight
  if (emsOf(title) <= room) return [title]
  const halves = [title.slice(0, preferred), title.slice(preferred)].map(half => half.trim())
  const [above = 0, below = 0] = halves.map(emsOf)
  const isFair = Math.min(above, below) * fairest >= Math.max(above, below)
  if (isFair && Math.max(above, below) <= room) return halves
  const words = wordsOf(title)
  const fewest = Math.ceil(emsOf(title) / room)
  // The narrowest measure that does with so few lines makes them even.
  for (const most of [fewest, fewest + 1])
    for (let measure = emsOf(title) / most; measure <= room; measure += measureStep) {
      const lines = filled(words, measure)
      if (lines.length <= most) return lines
    }
  return filled(words, room)
}

/** The width of words in ems. */
export const emsOf = (text: string): number => {
  const narrow = [...text].map(
    sign => eastAsianWidth(sign.codePointAt(0) ?? 0, { ambiguousAsWide: true }) === 1,
  )
  return narrow.reduce(
    (sum, is, at) => sum + (is ? narrowEm : 1) + (at > 0 && is !== narrow[at - 1] ? gapEm : 0),
    0,
  )
}

/** A year's digits keep their 年, and no line begins with a mark that closes or ends with one that opens. */
const wordsOf = (title: string): readonly string[] => {
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title)) {
    const last = words.at(-1)
    if (last !== undefined && (/[\d（《“]$/u.test(last) || /^[）》”、，]/u.test(segment)))
      words.splice(-1, 1, last + segment)
    else words.push(segment)
  }
  return words
}

const filled = (words: readonly string[], measure: number): readonly string[] => {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && emsOf(`${last}${word}`.trimEnd()) <= measure) lines.splice(-1, 1, last + word)
    else lines.push(word)
  }
  return lines.map(line => line.trim()).filter(line => line !== '')
}
