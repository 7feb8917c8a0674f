// The port of the clock: what is due, and the work on the database that only the clock does.

import type { AuditHead } from './audits.ts'
import type { Committed } from './commit.ts'
import type { Due, Turn } from './turn.ts'

/**
 * All that take a turn end it in the batch of their work: `lost` when its row does not stand there any more, with nothing
 * done.
 */
export type Schedule = {
  /** Rows that are due, in their order, a hundred at most, and the recurring row of each of these jobs, due or not. */
  readonly dues: (now: number, jobs: readonly string[]) => Promise<readonly Due[]>
  /** Set a row: `instead` of the instant at which it stands, or null when there is none. Otherwise nothing happens. */
  readonly setDue: (due: Due, instead: number | null) => Promise<void>
  /** Set a row that never stood; one that is done stays done. */
  readonly setOnce: (due: Due) => Promise<void>
  /** With a digest of the audit, when one was taken. */
  readonly endTurn: (turn: Turn, head?: AuditHead | null) => Promise<Committed>
  /**
   * Delete old rows: incoming ids after 30 days, the clock's after a year, as its rows that are done; invitations 30
   * days after they were taken or expired; after 90 days faults, cards that are nobody's live one, mail that was sent
   * or given up and that nothing younger changes, but for the questions that stand and the last message to a person
   * with a seat; reports of documents whose message is gone, but for each filing's last; and sessions that have ended.
   */
  readonly prune: (turn: Turn) => Promise<Committed>
}
