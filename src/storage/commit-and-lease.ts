// Commits through the writer and reads the schema's refusals: an incoming id that was stored before, or a lost race.

import type { Commit, Committed } from '../app/ports/commit.ts'
import type { Leased, Mail } from '../app/ports/outbox.ts'
import { isFault } from '../faults.ts'
import type { Memory } from './memory.ts'
import type { Row } from './sql.ts'
import type { Writer } from './writer.ts'

/** With no `until` the mail of the commit is held by nobody. */
export type CommitAndLease = (commit: Commit, until: number | null) => Promise<Leased>

export const createCommitAndLease =
  (writer: Writer, memory: Memory): CommitAndLease =>
  async (commit, leaseUntil) => {
    try {
      const rows = await writer.commit({ commit, leaseUntil })
      memory.committed(commit)
      return { committed: 'done', mail: leaseUntil === null ? [] : heldMail(commit, rows) }
    } catch (error) {
      const committed = refusal(error)
      if (committed === null) throw error
      if (committed === 'lost') memory.lost(commit)
      return { committed, mail: [] }
    }
  }

/** The committed messages whose lease the insert granted. */
const heldMail = ({ outbox }: Pick<Commit, 'outbox'>, rows: readonly Row[]): readonly Mail[] =>
  outbox.flatMap((outgoing, n) => {
    const row = rows[n]
    if (typeof row?.leaseUntil !== 'number') return []
    const { editsMessage } = row
    return { outgoing, editsMessage: typeof editsMessage === 'string' ? editsMessage : null, attempts: 0 }
  })

/**
 * The meaning of a refused batch, by the schema's own words: the incoming id's primary key, or a guard. A missing
 * parent is a race lost too: the filing or person that was loaded has been erased. So is a second report of an obligation and year.
 */
const refusal = (error: unknown): Committed | null => {
  if (!isFault(error, 'database-refused')) return null
  if (error.detail === 'UNIQUE constraint failed: incoming.channel, incoming.id') return 'repeat'
  if (error.detail === 'UNIQUE constraint failed: filing.unit, filing.obligation, filing.year') return 'lost'
  if (error.detail === 'lost' || error.detail === 'FOREIGN KEY constraint failed') return 'lost'
  return null
}
