// Brings a sqlite3 file up to date from migrations/, in the table that wrangler keeps on D1. Forward only.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '../faults.ts'
import type { Sqlite3 } from './sqlite3.ts'

/** wrangler's own table, column for column. */
const table = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

/**
 * Apply the files of `folder` that were not applied yet, by name, each with its mark in one transaction; returns
 * their names. Throws `migration-missing` when an applied file is gone: the folder is then not this database's.
 */
export const migrate = async (database: Sqlite3, folder: string): Promise<readonly string[]> => {
  await database.script(table)
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
  const applied = (await database.all('SELECT name FROM d1_migrations ORDER BY id')).map(row =>
    String(row.name),
  )
  const missing = applied.find(name => !files.includes(name))
  if (missing !== undefined) throw fault('migration-missing', missing)
  const open = files.filter(name => !applied.includes(name))
  for (const name of open) {
    const mark = `INSERT INTO d1_migrations (name) VALUES ('${name.replaceAll("'", "''")}')`
    await database.script(`${mark}; ${readFileSync(join(folder, name), 'utf8')}`)
  }
  return open
}
