// Whether a database that other hands migrate has the schema of this code: on D1, where wrangler applies migrations/. Of
// a file on this machine migrate.ts knows it by a hash.

import { fault } from '../faults.ts'
import type { Sql } from './sql.ts'

/** `migrations` is their whole text. Throws `schema-differs` when a table, index, view or trigger is another or missing. */
export const checkSchema = async (sql: Sql, migrations: string): Promise<void> => {
  const standing = (await sql.all(ours)).map(row => String(row.sql))
  const wanted = migrations.match(/^CREATE /gm)?.length
  if (standing.length !== wanted || !standing.every(each => migrations.includes(each)))
    throw fault('schema-differs')
}

/** SQLite keeps each statement as it was written. Left out: what SQLite, D1, wrangler and migrate.ts keep for themselves. */
const ours = `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
  AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'd1_*' AND name <> 'meta'`
