// Recognises words to the bot among the parts of a text that is being written. It decides nothing: the person is asked.

import { fold } from './fold.ts'

/** A sentence of a report is longer than this, or ends like one. */
const longestRemark = 15

/** A longer passage that ends with a question mark is a part. */
const longestQuestion = 500

/** （一）… · 一、… · 1.… */
const heading = /^(?:\(|[一二三四五六七八九十]+、|\d+[.、])/

/** A question, or a few words that end like no sentence: 好的 · 请问这个怎么写？ · 5件. */
export const isRemark = (text: string): boolean => {
  const said = fold(text).trim()
  if (/[?]$/.test(said)) return said.length <= longestQuestion
  return said.length <= longestRemark && !/[。；：;:]$/.test(text.trim()) && !heading.test(said)
}
