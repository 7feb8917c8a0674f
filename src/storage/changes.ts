// The changes of a filing as rows of a document: only entries and parts of texts that differ.

import {
  type Change,
  contentOf,
  type Entry,
  type Filing,
  type FilingId,
  type Part,
  type Remark,
} from '../engine/filing.ts'
import type { DocumentRow } from './round.ts'

export type ChangeRows = {
  readonly cells: readonly DocumentRow[]
  readonly cellsGone: readonly DocumentRow[]
  readonly texts: readonly DocumentRow[]
  readonly textsGone: readonly DocumentRow[]
  readonly remarks: readonly DocumentRow[]
  readonly remarksGone: readonly DocumentRow[]
}

export const changeRows = (filing: FilingId, changes: readonly Change[]): ChangeRows => {
  const cells: DocumentRow[] = []
  const cellsGone: DocumentRow[] = []
  const texts: DocumentRow[] = []
  const textsGone: DocumentRow[] = []
  const remarks: DocumentRow[] = []
  const remarksGone: DocumentRow[] = []
  for (const change of changes) {
    if (change.type === 'entry') {
      if (change.to) cells.push(cellRow(filing, change.key, change.to))
      else cellsGone.push([filing, change.key])
      continue
    }
    if (change.type === 'remark') {
      const id = `${filing}/${change.key}`
      if (change.to) remarks.push(remarkRow(id, filing, change.to))
      else remarksGone.push([id, filing])
      continue
    }
    const { key, from = [], to = [] } = change
    to.forEach((part, n) => {
      if (!same(from[n], part)) texts.push(partRow(filing, key, n, part))
    })
    if (from.length > to.length) textsGone.push([filing, key, to.length])
  }
  return { cells, cellsGone, texts, textsGone, remarks, remarksGone }
}

/** Everything a filing holds, for a place where nothing of it is yet. */
export const contentRows = (filing: Filing): ChangeRows => changeRows(filing.id, contentOf(filing))

const cellRow = (
  filing: FilingId,
  key: string,
  { value, note, source, by, at, message }: Entry,
): DocumentRow => [...[filing, key, value, note], ...[source, by, at, message]]

const partRow = (filing: FilingId, key: string, n: number, part: Part): DocumentRow => ({
  cells: [filing, key, n, part.bound ? 1 : 0, part.by, part.at, part.message],
  words: [part.body],
})

const remarkRow = (id: string, filing: FilingId, remark: Remark): DocumentRow => {
  const { kind, rule, cells, figures, quote, body, by, at, message } = remark
  return { cells: [id, filing, kind, rule, cells, figures, quote, by, at, 0, null, message], words: [body] }
}

const same = (a: Part | undefined, b: Part): boolean =>
  a === b ||
  (a?.body === b.body && a.by === b.by && a.at === b.at && a.message === b.message && a.bound === b.bound)
