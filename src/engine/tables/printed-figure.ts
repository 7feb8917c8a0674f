// One figure as it is printed or stated: numbers are taken as they stand, even where no person could have typed them
// (-3, 2.5), the rules judge them; a blank is no zero. It must not guess at words.

import { fold } from '../../reading/fold.ts'
import type { Unread } from '../answers/answer.ts'
import { answers } from '../answers/answers.ts'
import type { Value } from '../filing.ts'
import type { AnswerType } from '../form.ts'

export type FigureRead = { readonly value: Value; readonly note: string | null } | { readonly unread: Unread }

const decimal = /^[+-]?\d{1,12}(?:\.\d{1,10})?$/
/** An empty cell, or one with a stroke in it (rule F07): a printed blank, not a zero. */
const blank = /^[\s/\\\p{Pd}]*$/u

/** The words of a cell that is no words itself; `answer` is null for a cell that the form does not know. */
export const readPrintedFigure = (answer: AnswerType | null, plain: number | string | null): FigureRead => {
  if (plain === null) return { value: null, note: null }
  if (typeof plain === 'number') return readNumber(answer, plain)
  const said = fold(plain).trim()
  if (blank.test(said)) return { value: null, note: null }
  if (decimal.test(said)) return readNumber(answer, Number(said), said)
  // As it was written: a note keeps its signs.
  const read = answers[answer ?? 'money'].read(plain)
  if ('unread' in read) return answer === null ? { value: null, note: plain } : { unread: read.unread }
  return { value: read.value, note: read.note }
}

/** A bare number in a cell of money stays one: the unit is missing, and a rule of the form says so. */
const readNumber = (answer: AnswerType | null, number: number, said = String(number)): FigureRead => {
  const bare = { value: number + 0, note: null }
  if (answer !== 'money-wan' && !(answer === 'money' && number === 0)) return bare
  const read = answers[answer].read(said)
  return 'unread' in read ? bare : { value: read.value, note: null }
}
