// The contents of one database file over one connection, as a backup notes them and a restore compares them.

import { createHash } from 'node:crypto'
import type { Seal } from '../app/audit.ts'
import { type AuditFinding, verifyAudit } from '../app/verify-audit.ts'
import { audits } from '../storage/audits.ts'
import { noteTable } from '../storage/backup-note.ts'
import { type Connection, createBatchQueue } from '../storage/batch-queue.ts'
import { readContents } from '../storage/contents.ts'
import type { Sql } from '../storage/sql.ts'

export type Contents = { readonly counts: Readonly<Record<string, number>>; readonly digest: string }

/** Rows by table and a hash over all of them, the note of a backup left out. */
export const contentsOf = async (connection: Connection): Promise<Contents> => {
  const hash = createHash('sha256')
  const counts = await readContents(connection, [noteTable], line => void hash.update(`${line}\n`))
  return { counts, digest: hash.digest('hex') }
}

/** The first complaint of SQLite about the file; null when it is whole. */
export const damageOf = async ({ run }: Connection): Promise<string | null> => {
  const [found] = await run({ sql: 'PRAGMA integrity_check(1)' })
  if (found?.integrity_check !== 'ok') return 'integrity_check'
  const loose = await run({ sql: 'PRAGMA foreign_key_check' })
  return loose.length === 0 ? null : 'foreign_key_check'
}

export const auditsOver = (connection: Connection): ReturnType<typeof audits> => {
  const sql: Sql = {
    all: (text, params = []) => connection.run({ sql: text, params }),
    batch: createBatchQueue(connection),
    sharing: 1,
  }
  return audits(sql)
}

export const auditFindings = (
  connection: Connection,
  seal: Seal,
  told: readonly string[],
): Promise<readonly AuditFinding[]> => verifyAudit({ audits: auditsOver(connection), seal }, told)

/** A few digits by which a key is told from another, and from which nobody learns it. */
export const fingerprintOf = async (seal: Seal): Promise<string> =>
  (await seal('fingerprint', '')).slice(0, 16)
