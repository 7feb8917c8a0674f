// Puts a backup in the place of the database. Everything is verified on a copy first; the former database stays beside
// it under another name, and while somebody has it open nothing is touched.

import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Seal } from '../app/audit.ts'
import type { AuditFinding } from '../app/verify-audit.ts'
import { isFault } from '../faults.ts'
import { type BackupNote, dropNote, noteTable, readNote } from '../storage/backup-note.ts'
import type { Connection } from '../storage/batch-queue.ts'
import { schemaLines } from '../storage/contents.ts'
import { migrate } from '../storage/migrate.ts'
import { connect, realFile, sqlite3 } from '../storage/sqlite3.ts'
import { auditFindings, contentsOf, damageOf, fingerprintOf } from './audited-contents.ts'
import { linkOrCopy, sync } from './backup.ts'
import { type Hold, holdDatabase } from './hold-database.ts'
import { migrationsFolder } from './open-store.ts'

export type RestoreOrder = {
  readonly database: string
  readonly file: string
  readonly seal: Seal
  /** Epoch milliseconds; the former database is named by it. */
  readonly now: number
}

export type Unfit =
  | { readonly type: 'no-backup' }
  | { readonly type: 'damaged'; readonly why: string }
  /** Made by another version of the code. */
  | { readonly type: 'other-schema' }
  | { readonly type: 'other-key' }
  /** Something was changed after it was made. */
  | { readonly type: 'tampered' }
  | { readonly type: 'audit'; readonly findings: readonly AuditFinding[] }

export type Restored =
  | { readonly type: 'restored'; readonly note: BackupNote; readonly former: string | null }
  | { readonly type: 'in-use' }
  | Unfit

/** Rejects with the system's error when a file cannot be read or written. */
export const restoreBackup = async (order: RestoreOrder): Promise<Restored> => {
  const { file } = order
  const database = realFile(order.database)
  mkdirSync(dirname(database), { recursive: true })
  const hold = await holdDatabase(database)
  if (hold === null) return { type: 'in-use' }
  const draft = `${database}-${randomUUID()}`
  try {
    closeSync(openSync(draft, 'wx', 0o600))
    copyFileSync(file, draft)
    chmodSync(draft, 0o600)
    const verified = await verify(draft, order.seal)
    if (verified.type !== 'fit') return verified
    sync(draft)
    return {
      type: 'restored',
      note: verified.note,
      former: putInPlace(draft, { database, now: order.now }, hold),
    }
  } finally {
    await hold.release()
    for (const each of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`])
      rmSync(each, { force: true })
  }
}

type Verified = { readonly type: 'fit'; readonly note: BackupNote } | Unfit

/** Leaves the draft as a database without its note when it is fit. */
const verify = async (draft: string, seal: Seal): Promise<Verified> => {
  const copy = await connect(draft, '', 0)
  try {
    await copy.exec('PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE')
    const why = await damageOf(copy)
    return why === null ? await verifyWhole(copy, seal) : { type: 'damaged', why }
  } catch (error) {
    const code = isFault(error, 'database-unavailable') ? error.detail : null
    if (code === null || !/^SQLITE_(NOTADB|CORRUPT|IOERR)/.test(code)) throw error
    return code.startsWith('SQLITE_NOTADB') ? { type: 'no-backup' } : { type: 'damaged', why: code }
  } finally {
    await copy.close()
  }
}

const verifyWhole = async (copy: Connection, seal: Seal): Promise<Verified> => {
  const sealed = await readNote(copy).catch(() => 'unreadable' as const)
  if (sealed === null) return { type: 'no-backup' }
  if (sealed === 'unreadable') return { type: 'other-schema' }
  const { note } = sealed
  if (!(await isOurSchema(copy, note))) return { type: 'other-schema' }
  if (note.key !== (await fingerprintOf(seal))) return { type: 'other-key' }
  if (sealed.seal !== (await seal('backup', sealed.text))) return { type: 'tampered' }
  const { counts, digest } = await contentsOf(copy)
  if (digest !== note.digest || !sameCounts(counts, note.counts)) return { type: 'tampered' }
  const findings = await auditFindings(copy, seal, note.head.digest === '' ? [] : [note.head.digest])
  if (findings.length > 0) return { type: 'audit', findings }
  await dropNote(copy)
  return { type: 'fit', note }
}

/** Table by table, trigger by trigger what these migrations make. */
const isOurSchema = async (copy: Connection, note: BackupNote): Promise<boolean> => {
  const fresh = await sqlite3(':memory:')
  try {
    await migrate(fresh, migrationsFolder)
    const ours = await fresh.transact(async connection => ({
      lines: await schemaLines(connection),
      hash: (await connection.run({ sql: 'SELECT schema FROM meta' }))[0]?.schema,
    }))
    const theirs = await schemaLines(copy, [noteTable])
    const [meta] = await copy.run({ sql: 'SELECT schema FROM meta' })
    const isSame = ours.lines.length === theirs.length && ours.lines.every((line, n) => line === theirs[n])
    return isSame && meta?.schema === ours.hash && note.schema === ours.hash
  } finally {
    await fresh.close()
  }
}

const sameCounts = (one: BackupNote['counts'], other: BackupNote['counts']): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([table, count]) => other[table] === count)

/** At each instant a whole database stands under the name: the former one, then this one. The name of the former. */
const putInPlace = (
  draft: string,
  { database, now }: Pick<RestoreOrder, 'database' | 'now'>,
  hold: Hold,
): string | null => {
  const former = hold.stood ? freeName(`${database}-before-${stampOf(now)}`) : null
  if (former !== null) {
    linkOrCopy(database, former)
    // A log that could not be written back belongs to the former, and would spoil this one.
    if (existsSync(`${database}-wal`)) renameSync(`${database}-wal`, `${former}-wal`)
    rmSync(`${database}-shm`, { force: true })
  }
  renameSync(draft, database)
  sync(dirname(database))
  return former
}

/** `20260112T010203Z`. */
const stampOf = (now: number): string => new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')

const freeName = (name: string): string => {
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? name : `${name}-${n}`
    if (!existsSync(tried)) return tried
  }
}
