// The changes of filings as statements: only changed rows are written, however large the rest. Each statement
// takes the rows of many filings through one JSON parameter.

import type { Change, Entry, FilingId, Part } from '../engine/filing.ts'
import { type Cells, eachRow, type Statement } from './sql.ts'

export type Changes = { readonly filing: FilingId; readonly changes: readonly Change[] }

/** One statement for the entries that are put, one for those that are taken away. */
export const cellStatements = (filings: readonly Changes[]): readonly Statement[] => {
  const put: Cells[] = []
  const taken: Cells[] = []
  for (const { filing, changes } of filings) {
    for (const change of changes) {
      if (change.type !== 'entry') continue
      if (change.to) put.push(cellRow(filing, change.key, change.to))
      else taken.push([filing, change.key])
    }
  }
  return [...eachRow(upsertCells, put), ...eachRow(deleteCells, taken)]
}

/** One statement for the parts that are new or differ, one for those beyond a text's end. */
export const textStatements = (filings: readonly Changes[]): readonly Statement[] => {
  const put: Cells[] = []
  const ends: Cells[] = []
  for (const { filing, changes } of filings) {
    for (const change of changes) {
      if (change.type !== 'text') continue
      const { key, from = [], to = [] } = change
      to.forEach((part, n) => {
        if (!same(from[n], part))
          put.push([filing, key, n, part.body, part.by, part.at, part.message, part.bound ? 1 : 0])
      })
      if (from.length > to.length) ends.push([filing, key, to.length])
    }
  }
  return [...eachRow(upsertParts, put), ...eachRow(deleteParts, ends)]
}

const cellRow = (filing: FilingId, key: string, entry: Entry): Cells => [
  filing,
  key,
  JSON.stringify(entry.value),
  entry.note,
  entry.source,
  entry.by,
  entry.at,
  entry.message,
]

const same = (a: Part | undefined, b: Part): boolean =>
  a === b ||
  (a?.body === b.body && a.by === b.by && a.at === b.at && a.message === b.message && a.bound === b.bound)

const upsertCells = `INSERT INTO cell (filing, key, value, note, source, "by", at, message)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
    j.value ->> 7
  FROM json_each(?1) AS j WHERE true
  ON CONFLICT (filing, key) DO UPDATE SET value = excluded.value, note = excluded.note, source = excluded.source,
    "by" = excluded."by", at = excluded.at, message = excluded.message`

const deleteCells = `DELETE FROM cell
  WHERE (filing, key) IN (SELECT j.value ->> 0, j.value ->> 1 FROM json_each(?1) AS j)`

const upsertParts = `INSERT INTO text (filing, key, part, body, "by", at, message, bound)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
    j.value ->> 7
  FROM json_each(?1) AS j WHERE true
  ON CONFLICT (filing, key, part) DO UPDATE SET body = excluded.body, "by" = excluded."by", at = excluded.at,
    message = excluded.message, bound = excluded.bound`

const deleteParts = `DELETE FROM text WHERE rowid IN (
  SELECT t.rowid FROM json_each(?1) AS j
  JOIN text AS t ON t.filing = j.value ->> 0 AND t.key = j.value ->> 1 AND t.part >= j.value ->> 2)`
