// Brings a sqlite3 file up to date from migrations/, in the table that wrangler keeps on D1. Forward only. A file whose
// schema other migrations made is refused, never guessed at.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '../faults.ts'
import type { Connection } from './batch-queue.ts'
import type { Sqlite3 } from './sqlite3.ts'

/** wrangler's own table, column for column; and a hash of the files that made the schema. */
const tables = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE IF NOT EXISTS meta (schema TEXT NOT NULL) STRICT`

/**
 * Apply the files of `folder` that were not applied yet, by name, each with its mark in one transaction; returns
 * their names. Throws `migration-missing` when an applied file is gone and `schema-differs` when one is another than
 * was applied: the folder is then not this database's.
 */
export const migrate = async (database: Sqlite3, folder: string): Promise<readonly string[]> => {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
  const done: string[] = []
  for (;;) {
    const name = await database.transact(connection => applyNext(connection, folder, files))
    if (name === undefined) return done
    done.push(name)
  }
}

/** Which files are applied is asked under the lock: another process may have applied one while this one waited. */
const applyNext = async (
  { exec, run }: Connection,
  folder: string,
  files: readonly string[],
): Promise<string | undefined> => {
  await exec(tables)
  const rows = await run({ sql: 'SELECT name FROM d1_migrations ORDER BY id' })
  const applied = rows.map(row => String(row.name))
  const missing = applied.find(name => !files.includes(name))
  if (missing !== undefined) throw fault('migration-missing', missing)
  const next = files.find(name => !applied.includes(name))
  const [stored] = await run({ sql: 'SELECT schema FROM meta' })
  if (applied.length > 0 && stored?.schema !== hashOf(folder, applied)) throw fault('schema-differs')
  if (next === undefined) return undefined
  await run({ sql: 'INSERT INTO d1_migrations (name) VALUES (?1)', params: [next] })
  await exec(readFileSync(join(folder, next), 'utf8'))
  await run({ sql: 'DELETE FROM meta' })
  await run({ sql: 'INSERT INTO meta (schema) VALUES (?1)', params: [hashOf(folder, [...applied, next])] })
  return next
}

const hashOf = (folder: string, files: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}
