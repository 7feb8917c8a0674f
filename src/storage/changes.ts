// The changes of a filing as statements: only what changed is written, whatever the size of the rest.

import type { Change, Entry, FilingId, Part } from '../engine/filing.ts'
import type { Statement } from './sql.ts'

/** One statement for the entries that are put, one for those that are taken away. */
export const cellStatements = (filing: FilingId, changes: readonly Change[]): readonly Statement[] => {
  const put: (readonly (string | number | null)[])[] = []
  const taken: string[] = []
  for (const change of changes) {
    if (change.type !== 'entry') continue
    if (change.to) put.push(cellRow(change.key, change.to))
    else taken.push(change.key)
  }
  const statements: Statement[] = []
  if (put.length > 0) statements.push({ sql: putCells, params: [filing, JSON.stringify(put)] })
  if (taken.length > 0) statements.push({ sql: takeCells, params: [filing, JSON.stringify(taken)] })
  return statements
}

/** One statement for the parts that are new or differ, one for those beyond a text's end. */
export const textStatements = (filing: FilingId, changes: readonly Change[]): readonly Statement[] => {
  const put: (readonly (string | number | null)[])[] = []
  const ends: (readonly [string, number])[] = []
  for (const change of changes) {
    if (change.type !== 'text') continue
    const { key, from = [], to = [] } = change
    to.forEach((part, n) => {
      if (!same(from[n], part)) put.push([key, n, part.body, part.by, part.at, part.message])
    })
    if (from.length > to.length) ends.push([key, to.length])
  }
  const statements: Statement[] = []
  if (put.length > 0) statements.push({ sql: putParts, params: [filing, JSON.stringify(put)] })
  if (ends.length > 0) statements.push({ sql: takeParts, params: [filing, JSON.stringify(ends)] })
  return statements
}

const cellRow = (key: string, entry: Entry) =>
  [key, JSON.stringify(entry.value), entry.note, entry.source, entry.by, entry.at, entry.message] as const

const same = (a: Part | undefined, b: Part): boolean =>
  a === b || (a?.body === b.body && a.by === b.by && a.at === b.at && a.message === b.message)

const putCells = `INSERT INTO cell (filing, key, value, note, source, "by", at, message)
  SELECT ?1, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6
  FROM json_each(?2) AS j WHERE true
  ON CONFLICT (filing, key) DO UPDATE SET value = excluded.value, note = excluded.note, source = excluded.source,
    "by" = excluded."by", at = excluded.at, message = excluded.message`

const takeCells = 'DELETE FROM cell WHERE filing = ?1 AND key IN (SELECT value FROM json_each(?2))'

const putParts = `INSERT INTO text (filing, key, part, body, "by", at, message)
  SELECT ?1, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5
  FROM json_each(?2) AS j WHERE true
  ON CONFLICT (filing, key, part) DO UPDATE SET body = excluded.body, "by" = excluded."by", at = excluded.at,
    message = excluded.message`

const takeParts = `DELETE FROM text WHERE filing = ?1 AND EXISTS (
  SELECT 1 FROM json_each(?2) AS j WHERE text.key = j.value ->> 0 AND text.part >= j.value ->> 1)`
