// The store on one machine: the SQLite file, migrated, ready.

import { fileURLToPath } from 'node:url'
import type { Log } from '../app/ports/environment.ts'
import { migrate } from '../storage/migrate.ts'
import { sqlite3 } from '../storage/sqlite3.ts'
import type { Store } from '../storage/store.ts'
import { createStore } from '../storage/store.ts'

export type OpenStore = { readonly store: Store; readonly close: () => Promise<void> }

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Opens the file, or `:memory:`; makes it and its folder when they are not there. */
export const openStore = async (file: string, log?: Log): Promise<OpenStore> => {
  const database = await sqlite3(file)
  await migrate(database, migrationsFolder)
  return { store: createStore(database, log), close: () => database.close() }
}
