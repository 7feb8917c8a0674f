// A table of keys and JSON values on the npm sqlite3 package, WAL and synchronous=FULL: the rivals' storage.
// Statements are prepared once; the same package as the product's, so that the driver makes no difference.

import sqlite3 from 'sqlite3'

export type KeyedStore = {
  get<T>(key: string): Promise<T | undefined>
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
}

export async function openKeyedStore(file: string): Promise<KeyedStore> {
  const database = new sqlite3.Database(file)
  await new Promise<void>((resolve, reject) => {
    const schema = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`
    database.exec(schema, error => (error ? reject(error) : resolve()))
  })
  const select = database.prepare('SELECT value FROM state WHERE key = ?')
  const replace = database.prepare('INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM state WHERE key = ?')
  const run = (statement: sqlite3.Statement, parameters: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      statement.run(parameters, (error: Error | null) => (error ? reject(error) : resolve()))
    })
  return {
    get: key =>
      new Promise((resolve, reject) => {
        select.all<{ value: string }>([key], (error, [row]) => {
          if (error) reject(error)
          else resolve(row === undefined ? undefined : JSON.parse(row.value))
        })
      }),
    set: (key, value) => run(replace, [key, JSON.stringify(value)]),
    delete: key => run(remove, [key]),
  }
}
