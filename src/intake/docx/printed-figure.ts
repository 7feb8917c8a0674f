// One cell's printed words as a figure. The reading itself is figure.ts and engine/answers; here only what paper
// adds: a unit given by the column's head, a note where no figure stands.

import type { AnswerType } from '../../engine/form.ts'
import { fold } from '../../reading/fold.ts'
import { takeNote } from '../../reading/note.ts'
import { type FigureRead, readFigure } from '../figure.ts'

/** As in the report file (report-shape.ts). */
const longestFigure = 200
const bareNumber = /^\d[\d,]*(?:\.\d+)?$/
/** A bracket and nothing else, words in it. */
const onlyNote = /^[（(][^（()）]*\p{L}[^（()）]*[）)]$/u

export const readPrinted = (answer: AnswerType, printed: string, unit: string | null): FigureRead => {
  const said = printed.trim()
  if (said.length > longestFigure) return { unread: 'too-long' }
  if (onlyNote.test(said)) return { value: null, note: said.replace('(', '（').replace(')', '）') }
  return readFigure(answer, unit === null ? said : withUnit(answer, said, unit))
}

const withUnit = (answer: AnswerType, said: string, unit: string): string => {
  const { figure, note } = takeNote(said)
  const isMoney = answer === 'money' || answer === 'money-wan'
  return isMoney && bareNumber.test(fold(figure).trim()) ? `${figure.trim()}${unit}${note ?? ''}` : said
}
