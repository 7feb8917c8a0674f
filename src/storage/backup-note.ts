// The note that a backup carries in a table of its own: of which database it is and what is in it, under the audit's
// seal. It knows no file.

import * as z from 'zod'
import type { Connection } from './batch-queue.ts'
import { jsonOf, readAs } from './rows.ts'

/** Rises when the note changes in a way that this code cannot read. */
const version = 1

const note = z.object({
  v: z.literal(version),
  /** Epoch milliseconds. */
  at: z.int(),
  /** The hash of the migrations that made the schema. */
  schema: z.string(),
  /** The fingerprint of the audit's key. */
  key: z.string(),
  /** The digest over the ends of all chains, and how many there are. */
  head: z.object({ digest: z.string(), count: z.int() }),
  /** Rows by table. */
  counts: z.record(z.string(), z.int()),
  /** A hash over all rows. */
  digest: z.string(),
})

export type BackupNote = z.infer<typeof note>
/** The seal is that of the text, letter by letter. */
export type SealedNote = { readonly note: BackupNote; readonly text: string; readonly seal: string }

export const noteTable = 'backup'

export const writeNote = async (
  { exec, run }: Connection,
  { text, seal }: Pick<SealedNote, 'text' | 'seal'>,
): Promise<void> => {
  await exec(`CREATE TABLE ${noteTable} (note TEXT NOT NULL, seal TEXT NOT NULL) STRICT`)
  await run({ sql: `INSERT INTO ${noteTable} VALUES (?1, ?2)`, params: [text, seal] })
}

/** Null in a database that is no backup; throws the fault `row-unreadable` for a note of another version. */
export const readNote = async ({ run }: Connection): Promise<SealedNote | null> => {
  const stands = await run({
    sql: `SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?1`,
    params: [noteTable],
  })
  if (stands.length === 0) return null
  const [row] = await run({ sql: `SELECT note, seal FROM ${noteTable}` })
  const { note: text, seal } = readAs(z.object({ note: z.string(), seal: z.string() }), row, noteTable)
  return { note: readAs(note, jsonOf(text), noteTable), text, seal }
}

export const dropNote = ({ exec }: Connection): Promise<void> => exec(`DROP TABLE ${noteTable}`)
