// The changes of a filing as rows of a document: only entries and parts of texts that differ.

import { type Change, diff, type Entry, type Filing, type FilingId, type Part } from '../engine/filing.ts'
import type { DocumentRow } from './round.ts'

export type ChangeRows = {
  readonly cells: readonly DocumentRow[]
  readonly cellsGone: readonly DocumentRow[]
  readonly texts: readonly DocumentRow[]
  readonly textsGone: readonly DocumentRow[]
}

export const changeRows = (filing: FilingId, changes: readonly Change[]): ChangeRows => {
  const cells: DocumentRow[] = []
  const cellsGone: DocumentRow[] = []
  const texts: DocumentRow[] = []
  const textsGone: DocumentRow[] = []
  for (const change of changes) {
    if (change.type === 'entry') {
      if (change.to) cells.push(cellRow(filing, change.key, change.to))
      else cellsGone.push([filing, change.key])
      continue
    }
    const { key, from = [], to = [] } = change
    to.forEach((part, n) => {
      if (!same(from[n], part)) texts.push(partRow(filing, key, n, part))
    })
    if (from.length > to.length) textsGone.push([filing, key, to.length])
  }
  return { cells, cellsGone, texts, textsGone }
}

/** Everything a filing holds, for a place where nothing of it is yet. */
export const contentRows = (filing: Filing): ChangeRows =>
  changeRows(filing.id, diff({ ...filing, entries: new Map(), texts: new Map() }, filing))

const cellRow = (
  filing: FilingId,
  key: string,
  { value, note, source, by, at, message }: Entry,
): DocumentRow => [...[filing, key, value, note], ...[source, by, at, message]]

const partRow = (filing: FilingId, key: string, n: number, part: Part): DocumentRow => ({
  cells: [filing, key, n, part.bound ? 1 : 0, part.by, part.at, part.message],
  words: [part.body],
})

const same = (a: Part | undefined, b: Part): boolean =>
  a === b ||
  (a?.body === b.body && a.by === b.by && a.at === b.at && a.message === b.message && a.bound === b.bound)
