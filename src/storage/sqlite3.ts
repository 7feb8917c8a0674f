// The port over npm sqlite3: one writing connection whose batches queue, and one reading connection beside it.
// The only file that may import sqlite3; it knows no table.

import { closeSync, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import driver from 'sqlite3'
import { fault, isFault } from '../faults.ts'
import { type Connection, createBatchQueue, transact } from './batch-queue.ts'
import type { Row, Sql, Statement } from './sql.ts'
import { lackIn, statementName } from './statement-name.ts'

/** Node has more than the port: a transaction that reads before it writes, for migrations, and an end. */
export type Sqlite3 = Sql & {
  /** Do this while no other process writes; all of it is stored or nothing. For the start only: it does not queue with batches. */
  readonly transact: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export type Closable = Connection & { readonly close: () => Promise<void> }

/**
 * FULL: an acknowledged message survives a power cut, not only a crash of ours. 8000 pages are 32 MB of log before it is
 * copied into the file: a page that is written often is copied once.
 */
export const durable =
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; ' +
  'PRAGMA wal_autocheckpoint = 8000;'

/** The file itself, behind links; of one that is not there the name. */
export const realFile = (file: string): string => (existsSync(file) ? realpathSync(file) : file)

/** Names, drafts and telephones stand in it: only its owner reads what is made here. */
const makeFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true })
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
}

/** Open a database file, made when there is none; `:memory:` has one connection for both. */
export const sqlite3 = async (file: string, busyTimeoutMs = 5_000): Promise<Sqlite3> => {
  const memory = file === ':memory:'
  if (!memory) makeFile(file)
  const writer = await connect(file, durable, busyTimeoutMs)
  const reader = memory ? null : await connect(file, 'PRAGMA query_only = ON;', busyTimeoutMs)
  const batch = createBatchQueue(writer)
  let presence: Promise<Presence> | undefined
  return {
    batch,
    sharing: 100,
    alone: async () => {
      presence ??= memory ? Promise.resolve({ alone: true, close: async () => {} }) : present(file)
      return (await presence).alone
    },
    // On a shared connection a read must queue, or it would see uncommitted rows.
    all: reader
      ? (sql, params = []) => reader.run({ sql, params })
      : async (sql, params = []) => (await batch([{ sql, params }]))[0] ?? [],
    transact: work => transact(writer, () => work(writer)),
    close: async () => {
      await (await presence?.catch(() => {}))?.close()
      await reader?.close()
      await writer.close()
    },
  }
}

type Presence = { readonly alone: boolean; readonly close: () => Promise<void> }

/**
 * Be seen as a process that serves this file. Each holds a shared lock on a second, empty file, which the system takes
 * back however the process ends; the process that gets the whole lock at its start is the only one.
 */
const present = async (file: string): Promise<Presence> => {
  const lock = await connect(`${realFile(file)}-serving`, '', 0)
  const alone = await lock.exec('BEGIN EXCLUSIVE; COMMIT').then(
    () => true,
    () => false,
  )
  // Another process may be asking the same at this moment, and has the whole lock for as long.
  await whileBusy(1_000, async () => {
    await lock.exec('ROLLBACK').catch(() => {})
    await lock.exec('BEGIN; SELECT count(*) FROM sqlite_schema')
  })
  return { alone, close: lock.close }
}

/** Tries again, for so many milliseconds, while another process has the file: in some cases SQLite does not wait. */
const whileBusy = async (forMs: number, work: () => Promise<void>): Promise<void> => {
  for (let waited = 0; ; waited += 20) {
    try {
      return await work()
    } catch (error) {
      const busy = isFault(error) && error.detail.startsWith('SQLITE_BUSY')
      if (!busy || waited >= forMs) throw error
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
}

/** One connection, prepared statements kept; its errors are those of `Connection`. */
export const connect = async (file: string, setup: string, busyTimeoutMs: number): Promise<Closable> => {
  const database = await new Promise<driver.Database>((resolve, reject) => {
    const opened = new driver.Database(file, error => (error ? reject(read(error)) : resolve(opened)))
  })
  database.configure('busyTimeout', busyTimeoutMs)
  const prepared = new Map<string, Promise<driver.Statement>>()

  const prepare = (sql: string): Promise<driver.Statement> => {
    const known = prepared.get(sql)
    if (known) return known
    const made = new Promise<driver.Statement>((resolve, reject) => {
      const statement = database.prepare(sql, (error: Error | null) =>
        error ? reject(read(error, sql)) : resolve(statement),
      )
    })
    prepared.set(sql, made)
    made.catch(() => prepared.delete(sql))
    return made
  }
  const step = (statement: driver.Statement, { sql, params = [] }: Statement): Promise<readonly Row[]> =>
    new Promise((resolve, reject) => {
      // `all` and not `run`: it always steps to the end, and RETURNING has rows.
      statement.all(params, (error: Error | null, rows: Row[]) =>
        error ? reject(read(error, sql)) : resolve(rows),
      )
    })
  const exec = (script: string): Promise<void> =>
    new Promise((resolve, reject) => {
      database.exec(script, error => (error ? reject(read(error)) : resolve()))
    })

  // A file that two processes turn to WAL at once: the second is refused without a wait.
  await whileBusy(busyTimeoutMs, () => exec(setup))
  return {
    exec,
    run: async statement => step(await prepare(statement.sql), statement),
    close: async () => {
      for (const statement of await Promise.all(prepared.values())) {
        await new Promise<void>(resolve => statement.finalize(() => resolve()))
      }
      await new Promise<void>((resolve, reject) =>
        database.close(error => (error ? reject(read(error)) : resolve())),
      )
    },
  }
}

/** Errors that only a change of our SQL can mend; all others are the machine's. */
const ours = ['SQLITE_ERROR', 'SQLITE_MISMATCH', 'SQLITE_RANGE', 'SQLITE_TOOBIG', 'SQLITE_MISUSE']

/** The fault of a driver's error; its detail is SQLite's code, and the name of the statement where there is one. */
const read = (error: Error, sql = ''): Error => {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_CONSTRAINT')
    return fault('database-refused', error.message.replace(/^SQLITE_CONSTRAINT: /, ''))
  const detail = [code, lackIn(error.message), statementName(sql)].filter(word => word !== '').join(', ')
  return fault(ours.includes(code) ? 'statement-failed' : 'database-unavailable', detail, error)
}
