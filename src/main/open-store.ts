// The store on one machine: the SQLite file, migrated, ready.

import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Log } from '../app/ports/environment.ts'
import { migrate } from '../storage/migrate.ts'
import { type Sqlite3, sqlite3 } from '../storage/sqlite3.ts'
import type { Store } from '../storage/store.ts'
import { createStore } from '../storage/store.ts'

export type OpenStore = { readonly store: Store; readonly close: () => Promise<void> }

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/**
 * Opens the file, or `:memory:`; makes it and its folder when they are not there. A restore puts another file under the
 * name while it holds the one before: who opened that one waited for it in `migrate`, and opens the other now.
 */
export const openStore = async (file: string, log?: Log): Promise<OpenStore> => {
  const before = fileNumber(file)
  let database: Sqlite3 | undefined
  try {
    database = await sqlite3(file)
    await migrate(database, migrationsFolder)
    const opened = database
    if (before === undefined || fileNumber(file) === before)
      return { store: createStore(opened, log), close: () => opened.close() }
  } catch (error) {
    // SQLite itself refuses to write to a file that has lost its name.
    if (before === undefined || fileNumber(file) === before) throw error
  }
  await database?.close()
  return openStore(file, log)
}

const fileNumber = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino
