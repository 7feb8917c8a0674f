// A copy of the database beside a running server (VACUUM INTO), with a note of what is in it under the audit's seal. It
// stands under its name whole or not at all, and only its owner may read it.

import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Seal } from '../app/audit.ts'
import { type AuditFinding, takeHead } from '../app/verify-audit.ts'
import { type BackupNote, writeNote } from '../storage/backup-note.ts'
import type { Connection } from '../storage/batch-queue.ts'
import { type Closable, connect } from '../storage/sqlite3.ts'
import { auditFindings, auditsOver, contentsOf, damageOf, fingerprintOf } from './audited-contents.ts'

export type BackupOrder = {
  readonly database: string
  readonly file: string
  readonly seal: Seal
  /** Epoch milliseconds. */
  readonly now: number
  /** Whether a file of that name may give way. */
  readonly overwrites: boolean
}

export type Backup =
  | { readonly type: 'made'; readonly note: BackupNote; readonly findings: readonly AuditFinding[] }
  /** A file of that name stands already. */
  | { readonly type: 'stands' }
  /** No chain was sealed with this key: whoever restores it could not tell it from a forged one. */
  | { readonly type: 'other-key' }
  | { readonly type: 'damaged'; readonly why: string }

/** How long another process may hold the database, milliseconds. */
const patienceMs = 10_000

/** Rejects with the system's error when the file cannot be written, and with the faults of `Connection`. */
export const makeBackup = async (order: BackupOrder): Promise<Backup> => {
  const { database, file, overwrites } = order
  if (!overwrites && existsSync(file)) return { type: 'stands' }
  const draft = `${file}-${randomUUID()}`
  closeSync(openSync(draft, 'wx', 0o600))
  try {
    const live = await connect(database, '', patienceMs)
    await using(live, async () => {
      await takeHead({ audits: auditsOver(live), seal: order.seal }, order.now)
      await live.run({ sql: 'VACUUM INTO ?1', params: [draft] })
    })
    const copy = await connect(draft, 'PRAGMA synchronous = FULL', 0)
    const made = await using(copy, () => noted(copy, order))
    if (made.type !== 'made') return made
    sync(draft)
    if (!putInPlace(draft, file, overwrites)) return { type: 'stands' }
    return made
  } finally {
    for (const each of [draft, `${draft}-journal`]) rmSync(each, { force: true })
  }
}

const using = async <T>(connection: Closable, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } finally {
    await connection.close()
  }
}

const noted = async (copy: Connection, { seal, now }: BackupOrder): Promise<Backup> => {
  const why = await damageOf(copy)
  if (why !== null) return { type: 'damaged', why }
  const findings = await auditFindings(copy, seal, [])
  const audits = auditsOver(copy)
  const chains = (await audits.chains()).length
  const strange = findings.filter(finding => finding.type === 'broken' && finding.n === 1)
  if (chains > 0 && strange.length === chains) return { type: 'other-key' }
  const { digest = '', count = 0 } = (await audits.heads()).at(-1) ?? {}
  const [schema] = await copy.run({ sql: 'SELECT schema FROM meta' })
  const note: BackupNote = {
    v: 1,
    at: now,
    schema: String(schema?.schema),
    key: await fingerprintOf(seal),
    head: { digest, count },
    ...(await contentsOf(copy)),
  }
  const text = JSON.stringify(note)
  await writeNote(copy, { text, seal: await seal('backup', text) })
  return { type: 'made', note, findings }
}

/** Of two that make a backup of one name at the same time, only one finds the name free. */
const putInPlace = (draft: string, file: string, overwrites: boolean): boolean => {
  if (overwrites) renameSync(draft, file)
  else if (!linked(draft, file)) return false
  sync(dirname(file))
  return true
}

const linked = (draft: string, file: string): boolean => {
  try {
    linkOrCopy(draft, file)
    return true
  } catch (error) {
    if (existsSync(file)) return false
    throw error
  }
}

/** A second name, or a copy where the volume has no links (FAT, many shares); fails where the name is taken. */
export const linkOrCopy = (file: string, name: string): void => {
  try {
    linkSync(file, name)
  } catch (error) {
    if (existsSync(name)) throw error
    copyFileSync(file, name, constants.COPYFILE_EXCL)
    sync(name)
  }
}

/** Makes a file, or the names in a folder, survive a power cut. */
export const sync = (path: string): void => {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
