// A heading with its text on the same line: 一、总体情况：2025年，…. It must not know the headings of any form.

/** The words before the first mark, and those behind it; a gap alone is a weaker mark than a colon or a stop. */
export type MarkedHead = { readonly head: string; readonly rest: string; readonly isSpaced: boolean }

export const markedHead = (words: string): MarkedHead | null => {
  const from = words.slice(0, longestHead).search(/[：:。\s\p{Pd}]/u)
  if (from < 2) return null
  const mark = /^[：:。\s\p{Pd}]{1,20}/u.exec(words.slice(from))?.[0] ?? ''
  const rest = words.slice(from + mark.length)
  const isSpaced = mark.trim() === ''
  // Behind a gap the heading itself may go on.
  if (rest === '' || (isSpaced && !/[，。；：]/u.test(rest) && rest !== '无')) return null
  return { head: words.slice(0, from), rest, isSpaced }
}

const longestHead = 42

/** Whether words that follow a heading without any mark are a text. */
export const beginsText = (rest: string): boolean => begins.test(rest) && /[，。]/u.test(rest)

const begins = /^(?:[（(][一二三四五六七八九十]|\d{4}年|本|我|全年|今年|一年来|年内|按照|根据|截至|目前|无)/u

/** （一）主动公开 is a head inside a text. */
export const isSecondRank = (line: string): boolean =>
  /^\s{0,20}[（(][一二三四五六七八九十]{1,3}[）)]/u.test(line)

/** A heading without the mark at its end. */
export const withoutMark = (heading: string): string => heading.replace(/[：:。\s\p{Pd}]{1,60}$/u, '')
