// The archive: a unit's filing as a whole, a report from outside in its place, and the snapshots of documents.

import type { Archive } from '../app/ports/archive.ts'
import { isFault } from '../faults.ts'
import { importStatements } from './import-filing.ts'
import { readFiling } from './read-filing.ts'
import type { Sql } from './sql.ts'

export const archive = (sql: Sql): Archive => ({
  filingOf: (unit, obligation, year) => readFiling(sql, { unit, obligation }, year),

  importFiling: async (filing, expected) => {
    try {
      await sql.batch(importStatements({ filing, expected }))
      return true
    } catch (error) {
      if (isFault(error, 'database-refused')) return false
      throw error
    }
  },

  snapshot: async (filing, version) => {
    const [row] = await sql.all('SELECT body FROM snapshot WHERE filing = ?1 AND version = ?2', [
      filing,
      version,
    ])
    return row ? String(row.body) : null
  },
})
