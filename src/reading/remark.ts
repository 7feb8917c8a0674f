// Whether a message sent while a text is written looks like a word to us rather than a part of the report.
// It decides nothing: the person is asked.

import { fold } from './fold.ts'

/** A sentence of a report is longer than this, or ends like one. */
const shortest = 15

/** Whoever asks us something is shorter than this; a passage that ends with a question mark is a part. */
const longest = 500

/** （一）… · 一、… · 1.… */
const heading = /^(?:\(|[一二三四五六七八九十]+、|\d+[.、])/

/** A question, or a few words that end like no sentence: 好的 · 请问这个怎么写？ · 5件. */
export const isRemark = (text: string): boolean => {
  const said = fold(text).trim()
  if (/[?]$/.test(said)) return said.length <= longest
  return said.length <= shortest && !/[。；：;:]$/.test(text.trim()) && !heading.test(said)
}
