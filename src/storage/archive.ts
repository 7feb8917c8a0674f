// The archive: a unit's filing as a whole, a report from outside in its place, and the snapshots of documents.

import * as z from 'zod'
import type { Archive } from '../app/ports/archive.ts'
import { isFault } from '../faults.ts'
import { replacement } from './commit.ts'
import { readFiling } from './read-filing.ts'
import { roundStatement } from './round.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

export const archive = (sql: Sql): Archive => ({
  filingOf: (unit, obligation, year) => readFiling(sql, { unit, obligation }, year),

  importFiling: async (filing, expected, chain) => {
    const { rows, ...rest } = replacement({ filing, expected, chain })
    const document = { now: 0, strict: true, ...rest, ...rows }
    try {
      await sql.batch([roundStatement([document])])
      return true
    } catch (error) {
      if (isFault(error, 'database-refused')) return false
      throw error
    }
  },

  snapshot: async (filing, content, document) => {
    const [row] = await (document
      ? sql.all(ofDocument, [filing, content, document])
      : sql.all(printed, [filing, content]))
    return row ? readAs(snapshotRow, row, 'snapshot') : null
  },
})

const snapshotRow = z.object({ outline: z.string(), report: z.string() })

const printed = `SELECT outline, report FROM snapshot
  WHERE filing = ?1 AND content = ?2 AND why <> 'approval-sheet' ORDER BY why = 'printed' DESC LIMIT 1`

const ofDocument = `SELECT outline, report FROM snapshot WHERE filing = ?1 AND content = ?2 AND why = ?3`
