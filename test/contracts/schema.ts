// The schema's contract: one suite of plain SQL, called for every database. It knows tables and documents, no store.

import { describe } from 'vitest'
import type { Sql } from '../../src/storage/sql.ts'
import { audit } from './schema/audit.ts'
import { faults } from './schema/faults.ts'
import { guards } from './schema/guards.ts'
import { indexes } from './schema/indexes.ts'
import { rights } from './schema/rights.ts'
import { rounds } from './schema/rounds.ts'
import { spread } from './schema/spread.ts'

/** A fresh database with the schema and nothing in it; what an earlier call gave may be gone. */
export type OpenSchema = () => Promise<Sql>

/** Run the contract against what `open` makes. */
export const schemaContract = (name: string, open: OpenSchema): void => {
  describe(name, () => {
    spread(open)
    guards(open)
    rounds(open)
    faults(open)
    audit(open)
    rights(open)
    indexes(open)
  })
}
