// The archive: a unit's filing as a whole, a report from outside in its place, and the snapshots of documents.

import * as z from 'zod'
import type { Archive } from '../app/ports/archive.ts'
import type { Replacement } from '../app/ports/commit.ts'
import { replacement } from './commit.ts'
import { readFiling } from './read-filing.ts'
import { readRound, roundStatement } from './round.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

export const archive = (sql: Sql): Archive => ({
  filingOf: (unit, obligation, year) => readFiling(sql, { unit, obligation }, year),

  importFiling: async (filing, expected) => {
    const [rows = []] = await sql.batch([roundStatement([importDocument({ filing, expected })])])
    return readRound(rows)[0]?.verdict === 'done'
  },

  snapshot: async (filing, content) => {
    const [row] = await sql.all(printed, [filing, content])
    return row ? readAs(snapshotRow, row, 'snapshot') : null
  },
})

/** Its incoming id is of this very import: two of them are never a repeat. */
const importDocument = (replaced: Replacement) => {
  const { rows, ...rest } = replacement(replaced)
  const id = crypto.randomUUID()
  return { now: 0, incoming: [['import', id, 0, null, id]], ...rest, cells: rows.cells, texts: rows.texts }
}

const snapshotRow = z.object({ outline: z.string(), report: z.string() })

const printed = `SELECT outline, report FROM snapshot
  WHERE filing = ?1 AND content = ?2 ORDER BY why = 'printed' DESC LIMIT 1`
