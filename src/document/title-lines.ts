// How a title breaks: on one line if it fits, else where a reader would break it. Pure arithmetic over widths.

/** The lines, and the letter spacing in pt (never above 0) that makes them fit. */
export type TitleLines = { readonly lines: readonly string[]; readonly spacingPt: number }

/** Letters may stand this much closer (share of the type size) before a title is broken. */
const closest = 0.08
const slackPt = 3

/** `widthPt` is the text's width, `sizePt` the type size; Latin letters and digits are half as wide as Han ones. */
export const titleLines = (title: string, widthPt: number, sizePt: number): TitleLines => {
  const room = widthPt - slackPt
  const over = widthOf(title) * sizePt - room
  if (over <= 0) return { lines: [title], spacingPt: 0 }
  const closer = over / [...title].length
  if (closer <= sizePt * closest) return { lines: [title], spacingPt: -closer }
  return { lines: broken(title, room / sizePt), spacingPt: 0 }
}

/** In ems. Word processors put a quarter em between Han characters and digits. */
const widthOf = (text: string): number => {
  const narrow = [...text].map(sign => (sign.codePointAt(0) ?? 0) < 0x2000)
  return narrow.reduce(
    (sum, is, at) => sum + (is ? 0.5 : 1) + (at > 0 && is !== narrow[at - 1] ? 0.25 : 0),
    0,
  )
}

/** Behind the year if that gives two fair lines, else at the word nearest the middle; a third line breaks by itself. */
const broken = (title: string, room: number): readonly string[] => {
  const words = [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title)]
  const breaks = words
    .map(({ index }, at) => ({ at: index, behindYear: /^\d{4}$/.test(words[at - 2]?.segment ?? '') }))
    .filter(({ at }) => at > 0 && !/^\d{4}$/.test(title.slice(at - 4, at)))
    .map(({ at, behindYear }) => {
      const [above, below] = [widthOf(title.slice(0, at)), widthOf(title.slice(at))]
      return {
        at,
        behindYear,
        longest: Math.max(above, below),
        shortest: Math.min(above, below),
        above,
        below,
      }
    })
  const year = breaks.find(
    ({ behindYear, longest, shortest }) => behindYear && longest <= room && shortest * 3 >= longest,
  )
  const middle = breaks.toSorted((one, other) => one.longest - other.longest || other.below - one.below)[0]
  const at = (year ?? middle)?.at
  return at === undefined ? [title] : [title.slice(0, at).trim(), title.slice(at).trim()]
}
