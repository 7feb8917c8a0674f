// The rows of an act in a filing's life, for a document.

import type { FilingCommit } from '../app/ports/commit.ts'
import type { StandingMarks } from '../app/ports/life-rows.ts'
import type { CommitDocument, DocumentRow } from './round.ts'

type Lists = Required<
  Pick<CommitDocument, 'remarksClosed' | 'signOffs' | 'sealed' | 'publications' | 'stood'>
> & {
  readonly remarks: readonly DocumentRow[]
}

export const lifeLists = (filings: readonly FilingCommit[]): Lists => {
  const acts = filings.flatMap(({ filing, life }) => (life ? [{ filing: filing.id, ...life }] : []))
  return {
    remarks: acts.flatMap(({ filing, notes, by, at }) =>
      notes.map(({ id, kind, cells, held, body, round }) => ({
        cells: [...[id, filing, kind, null, cells, held, null], ...[by, at, round, null, null]],
        words: [body],
      })),
    ),
    remarksClosed: acts.flatMap(({ filing, closed, at }) => closed.map(id => [id, filing, at])),
    signOffs: acts.flatMap(({ filing, signOffs, by, at }) =>
      signOffs.map(signOff => [
        ...[signOff.id, filing, signOff.who, signOff.capacity, signOff.way, signOff.signedOn],
        ...[signOff.number, signOff.isUnderAuthority ? 1 : 0, by, at],
      ]),
    ),
    publications: acts.flatMap(({ filing, publications, by, at }) =>
      publications.map(({ url, on }) => [filing, url, on, by, at]),
    ),
    sealed: acts.flatMap(({ filing, sealed, by, at }) => sealed.map(day => [filing, day, by, at])),
    stood: acts.flatMap(({ filing, marks }) =>
      Object.keys(marks).length > 0 ? [{ filing, ...columnsOf(marks) }] : [],
    ),
  }
}

/** A mark's name is that of its column; flags are 0 or 1. */
const columnsOf = (marks: StandingMarks): Readonly<Record<string, string | number | null>> =>
  Object.fromEntries(
    Object.entries(marks).map(([name, value]) => [
      name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
      typeof value === 'boolean' ? Number(value) : value,
    ]),
  )
