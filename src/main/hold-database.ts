// Holds a database file alone: no server serves it and no command has it open, and as long as it is held none begins.

import { existsSync, rmSync, statSync } from 'node:fs'
import { isFault } from '../faults.ts'
import { type Closable, connect, realFile } from '../storage/sqlite3.ts'

export type Hold = {
  /** Whether there was a file to hold. */
  readonly stood: boolean
  readonly release: () => Promise<void>
}

/** Null when somebody has it. A file that is no database cannot be held; then the lock of servers alone is asked. */
export const holdDatabase = async (named: string): Promise<Hold | null> => {
  const file = realFile(named)
  const stood = existsSync(file)
  const servers = await lockOf(`${file}-serving`, 'BEGIN EXCLUSIVE')
  if (servers === 'taken') return null
  // To leave WAL a connection must be the only one, and its log is written back. In the exclusive mode it stays so.
  const alone = 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT'
  // Where there is none an empty one is held: whoever begins meanwhile waits for it.
  const database = await lockOf(file, alone)
  if (database === 'taken') {
    await servers?.close()
    return null
  }
  return {
    stood,
    release: async () => {
      if (!stood && statSync(file).size === 0) rmSync(file)
      await database?.close()
      await servers?.close()
    },
  }
}

const lockOf = async (file: string, lock: string): Promise<Closable | 'taken' | null> => {
  const connection = await connect(file, '', 0)
  try {
    await connection.exec(lock)
    return connection
  } catch (error) {
    await connection.close()
    if (isFault(error) && /^SQLITE_(BUSY|LOCKED)/.test(error.detail)) return 'taken'
    if (isFault(error) && /^SQLITE_(NOTADB|CORRUPT)/.test(error.detail)) return null
    throw error
  }
}
