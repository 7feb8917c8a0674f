// The lines of a title: one if it fits, else broken where a reader would break it. Pure arithmetic over widths.

import { eastAsianWidth } from 'get-east-asian-width'

/** The lines, and the letter spacing in pt (never above 0) that makes them fit. */
export type TitleLines = { readonly lines: readonly string[]; readonly spacingPt: number }

/** Letters may stand this much closer (share of the type size) before a title is broken. */
const closest = 0.08
const slackPt = 3

/**
 * `widthPt` is the text's width, `sizePt` the type size; Latin letters and digits are half as wide as
 * Han ones. `preferred` is where it should break (0: anywhere).
 */
export const titleLines = (title: string, widthPt: number, sizePt: number, preferred: number): TitleLines => {
  const room = widthPt - slackPt
  const over = widthOf(title) * sizePt - room
  if (over <= 0) return { lines: [title], spacingPt: 0 }
  const closer = over / [...title].length
  if (closer <= sizePt * closest) return { lines: [title], spacingPt: -closer }
  return { lines: broken(title, room / sizePt, preferred), spacingPt: 0 }
}

/** In ems. Word processors put a quarter em between Han characters and digits. */
const widthOf = (text: string): number => {
  const narrow = [...text].map(
    sign => eastAsianWidth(sign.codePointAt(0) ?? 0, { ambiguousAsWide: true }) === 1,
  )
  return narrow.reduce(
    (sum, is, at) => sum + (is ? 0.5 : 1) + (at > 0 && is !== narrow[at - 1] ? 0.25 : 0),
    0,
  )
}

/** Broken at the preferred place if that gives two fair lines, else at the word nearest the middle. */
const broken = (title: string, room: number, preferred: number): readonly string[] => {
  const breaks = [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title)]
    .map(({ index }) => index)
    .filter(at => at > 0 && !/\d$/.test(title.slice(0, at)))
    .map(at => ({ at, above: widthOf(title.slice(0, at)), below: widthOf(title.slice(at)) }))
  const [above, below] = [widthOf(title.slice(0, preferred)), widthOf(title.slice(preferred))]
  const fair = Math.max(above, below) <= room && Math.min(above, below) * 3 >= Math.max(above, below)
  const [middle] = breaks.toSorted(
    (one, other) =>
      Math.max(one.above, one.below) - Math.max(other.above, other.below) || other.below - one.below,
  )
  const at = fair ? preferred : middle?.at
  return at === undefined ? [title] : [title.slice(0, at).trim(), title.slice(at).trim()]
}
