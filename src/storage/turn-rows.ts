// A turn of the clock as rows of a document: the end of its row and, when it recurs, its next instant.

import type { Due, Turn } from '../app/ports/turn.ts'
import type { CommitDocument, DocumentRow } from './round.ts'

/** `dues` are set besides. */
export const turnRows = (
  turn: Turn | undefined,
  dues: readonly Due[] = [],
): Pick<CommitDocument, 'duesDone' | 'dues'> => {
  if (!turn) return { dues: dues.map(dueRow) }
  const { due, now, next } = turn
  const set = next === null ? dues : [{ ...due, at: next }, ...dues]
  return { duesDone: [[due.job, due.key, due.at, now]], dues: set.map(dueRow) }
}

const dueRow = ({ job, key, at }: Due): DocumentRow => [job, key, at]
