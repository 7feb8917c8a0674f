// Collects the yield of the tables: figures by cell, unread parts, labels printed otherwise. Two answers for one cell
// are none.

import { fold } from '../../reading/fold.ts'
import { takeNote } from '../../reading/note.ts'
import { answers } from '../answers/answers.ts'
import type { UnreadPart, WhyUnread } from '../draft.ts'
import type { Value } from '../filing.ts'
import type { AnswerType, Cell, CellKey } from '../form.ts'
import type { Printed } from '../printed.ts'
import type { GridCell } from './grid.ts'
import { type FigureRead, readPrintedFigure } from './printed-figure.ts'

/** The part that a printed cell was taken for. */
export type Use =
  | { readonly type: 'label' }
  | { readonly type: 'figure'; readonly cell: CellKey }
  /** Told as unread. */
  | { readonly type: 'left' }

export type Found = {
  readonly figures: Map<CellKey, { readonly value: Value; readonly note: string | null }>
  readonly unread: UnreadPart[]
  readonly labels: Map<string, Printed['labels'][number]>
  /** A printed cell that stands in none of them was passed by. */
  readonly used: Map<GridCell, Use>
}

export const nothingFound = (): Found => ({
  figures: new Map(),
  unread: [],
  labels: new Map(),
  used: new Map(),
})

/** Notes what printed cells were taken for; the first use stands. */
export const use = ({ used }: Found, cells: readonly GridCell[], as: Use): void => {
  for (const cell of cells) if (!used.has(cell)) used.set(cell, as)
}

/** Takes the words printed in a cell; `unit` is the one its head gives. */
export const takeFigure = (found: Found, cell: Cell, gridCell: GridCell, unit: string | null): void => {
  const { figures, unread } = found
  const { text: printed } = gridCell
  use(found, [gridCell], { type: 'figure', cell: cell.key })
  if (unread.some(({ place }) => place === cell.key)) return
  const read = readPrinted(cell, printed, unit)
  const before = 'unread' in read ? undefined : figures.get(cell.key)
  if ('unread' in read) leaveUnread(found, cell.key, printed, read.unread)
  else if (before && JSON.stringify(before) !== JSON.stringify(read))
    leaveUnread(found, cell.key, printed, 'ambiguous')
  else figures.set(cell.key, read)
}

/** As in the report file (report-shape.ts). */
const longestFigure = 200
const bareNumber = /^\d[\d,]*(?:\.\d+)?$/
/** A bracket and nothing else, words in it. */
const onlyNote = /^[（(][^（()）]*[）)]$/u

/** Adds to printed-figure.ts the means of paper: a unit given by the column's head, a note where no figure stands. */
const readPrinted = (cell: Cell, printed: string, unit: string | null): FigureRead => {
  const said = printed.trim()
  if (said.length > longestFigure) return { unread: 'too-long' }
  if (answers[cell.answer].amount && onlyNote.test(said) && /\p{L}/u.test(said))
    return { value: null, note: said.replace('(', '（').replace(')', '）') }
  const { stated } = answers[cell.answer]
  // An empty cell of paper is a blank for every kind.
  if (stated) return said === '' ? { value: null, note: null } : stated.read(said, cell)
  return readPrintedFigure(cell.answer, unit === null ? said : withUnit(cell.answer, said, unit))
}

const withUnit = (answer: AnswerType, said: string, unit: string): string => {
  const { figure, note } = takeNote(said)
  const isMoney = answer === 'money' || answer === 'money-wan'
  return isMoney && bareNumber.test(fold(figure).trim()) ? `${figure.trim()}${unit}${note ?? ''}` : said
}

const longestShown = 40
/** Parts that are told as not read. */
const mostUnread = 300

/** Notes a part that was not read; a figure that stood in the place is taken back. */
export const leaveUnread = (
  { figures, unread }: Found,
  place: CellKey | null,
  said: string,
  why: WhyUnread,
): void => {
  if (place !== null) {
    figures.delete(place)
    if (unread.some(part => part.place === place)) return
  }
  if (unread.length >= mostUnread) return
  const line = said
    .slice(0, 10 * longestShown)
    .replace(/[\s\ufffc]+/gu, ' ')
    .trim()
  unread.push({ place, said: line.length > longestShown ? `${line.slice(0, longestShown)}…` : line, why })
}

export const noteLabel = ({ labels }: Found, expected: string, printed: string): void => {
  const plain = printed.replace(/\s+/g, ' ').trim()
  labels.set(`${expected}\n${plain}`, { expected, printed: plain })
}
