// One figure of a report file as the engine keeps it. Numbers are taken as they stand, even where no person could
// have typed them (-3, 2.5): the rules judge them. It must not guess at words.

import type { StatedValue, Unread } from '../engine/answers/answer.ts'
import { answers } from '../engine/answers/answers.ts'
import type { Value } from '../engine/filing.ts'
import type { AnswerType, Cell } from '../engine/form.ts'
import { fold } from '../reading/fold.ts'
import type { FigureShape } from './report-shape.ts'

export type FigureRead = { readonly value: Value; readonly note: string | null } | { readonly unread: Unread }

type Plain = number | string | null

const decimal = /^[+-]?\d{1,12}(?:\.\d{1,10})?$/
/** An empty cell, or one with a stroke in it (rule F07): a printed blank, not a zero. */
const blank = /^[\s/\\\p{Pd}]*$/u

/** The cell that a figure belongs to, as far as its reading needs it, and the year of the report. */
export type AskedCell = Pick<Cell, 'answer' | 'options'> & { readonly year?: number }

/** Reads a figure of a cell; `cell` is null for a key the form does not know, whose words are kept. */
export const readFigure = (cell: AskedCell | null, figure: FigureShape): FigureRead => {
  const read = readStated(cell, valueIn(figure))
  const note = (typeof figure === 'object' && figure !== null && 'value' in figure && figure.note) || null
  if ('unread' in read || note === null) return read
  return { value: read.value, note: `${read.note ?? ''}${note}` }
}

/** Whether a figure is of a type that its cell cannot hold: a yes or no, or a list, where a number belongs. */
export const isWrongType = (cell: AskedCell, figure: FigureShape): boolean =>
  !answers[cell.answer].stated && isNoFigure(valueIn(figure))

const isNoFigure = (value: StatedValue): boolean => typeof value === 'boolean' || Array.isArray(value)

const valueIn = (figure: FigureShape): StatedValue =>
  typeof figure === 'object' && figure !== null && 'value' in figure ? figure.value : figure

const readStated = (cell: AskedCell | null, value: StatedValue): FigureRead => {
  const { stated } = cell ? answers[cell.answer] : {}
  // An empty cell of paper is a blank for every kind.
  if (stated) return value === '' ? { value: null, note: null } : stated.read(value, cell ?? {})
  if (isNoFigure(value)) return cell ? { unread: 'no-number' } : { value, note: null }
  return readPlain(cell?.answer ?? null, value as Plain)
}

const readPlain = (answer: AnswerType | null, plain: Plain): FigureRead => {
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
