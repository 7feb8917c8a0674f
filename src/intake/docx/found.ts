// What the tables gave so far: figures by cell, what was not read, labels printed otherwise. Two answers for one
// cell are none.

import type { Cell, CellKey } from '../../engine/form.ts'
import type { Draft, DraftFigure, UnreadPart, WhyUnread } from '../draft.ts'
import { most } from './limits.ts'
import { readPrinted } from './printed-figure.ts'

export type Found = {
  readonly figures: Map<CellKey, DraftFigure>
  readonly unread: UnreadPart[]
  readonly labels: Map<string, Draft['layout']['labels'][number]>
}

export const nothingFound = (): Found => ({ figures: new Map(), unread: [], labels: new Map() })

/** Takes what is printed in a cell; `unit` is the one its head gives. */
export const takeFigure = (found: Found, cell: Cell, printed: string, unit: string | null): void => {
  const { figures, unread } = found
  if (unread.some(({ place }) => place === cell.key)) return
  const read = readPrinted(cell.answer, printed, unit)
  const before = 'unread' in read ? undefined : figures.get(cell.key)
  if ('unread' in read) leave(found, cell.key, printed, read.unread)
  else if (before && JSON.stringify(before) !== JSON.stringify(read))
    leave(found, cell.key, printed, 'ambiguous')
  else figures.set(cell.key, read)
}

const shown = 40

/** Notes what was not read; a figure that stood in the place is taken back. */
export const leave = (
  { figures, unread }: Found,
  place: CellKey | null,
  said: string,
  why: WhyUnread,
): void => {
  if (place !== null) {
    figures.delete(place)
    if (unread.some(part => part.place === place)) return
  }
  if (unread.length >= most.unread) return
  const line = said
    .slice(0, 10 * shown)
    .replace(/[\s\ufffc]+/gu, ' ')
    .trim()
  unread.push({ place, said: line.length > shown ? `${line.slice(0, shown)}…` : line, why })
}

export const noteLabel = ({ labels }: Found, expected: string, printed: string): void => {
  const plain = printed.replace(/\s+/g, ' ').trim()
  labels.set(`${expected}\n${plain}`, { expected, printed: plain })
}
