// One figure of a report file as the engine keeps it: a value, or one with the note that is printed behind it.

import type { StatedValue } from '../engine/answers/answer.ts'
import { answers } from '../engine/answers/answers.ts'
import type { Cell } from '../engine/form.ts'
import { type FigureRead, readPrintedFigure } from '../engine/tables/printed-figure.ts'
import type { FigureShape } from './report-shape.ts'

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
  return readPrintedFigure(cell?.answer ?? null, value as number | string | null)
}
