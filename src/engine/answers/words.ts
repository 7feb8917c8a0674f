// Answers that are kept as words: how they print, and how a report file states them.

import type { AnswerKind, Read, StatedValue } from './answer.ts'
import { equalWords } from './equal.ts'

/** As wide as a printed table cell can take, and as a report file may hold (intake/report-shape.ts). */
export const longestLine = 200

/** A kind whose value is the words that `read` makes of an answer. */
export const wordsKind = (
  read: AnswerKind['read'],
  print: (words: string) => string = words => words,
): AnswerKind => {
  const printed: AnswerKind['print'] = value => (typeof value === 'string' ? print(value) : '')
  return {
    fits: value => value === null || typeof value === 'string',
    read,
    print: printed,
    say: printed,
    equal: equalWords,
    stated: {
      write: value => (typeof value === 'string' ? value : null),
      read: (stated: StatedValue, asked): Read => {
        if (stated === null) return { value: null, note: null }
        return typeof stated === 'string' || typeof stated === 'number'
          ? read(String(stated), asked)
          : { unread: 'no-words' }
      },
    },
  }
}
