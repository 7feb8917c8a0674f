// The clock's work on the database: forgetting old rows, never one that somebody may still need (the buttons last put,
// the last document's report).

import type { Schedule } from '../app/ports/schedule.ts'
import type { Sql } from './sql.ts'

const day = 86_400_000
/** Telegram keeps an update for 24 hours and repeats it so long (Bot API, "Getting updates"). */
const incomingKept = 30 * day
const wordsKept = 90 * day

export const schedule = (sql: Sql): Schedule => ({ prune: now => prune(sql, now) })

/** In one batch, words before snapshots: a snapshot goes with the words of the message that ordered its document. */
const prune = async (sql: Sql, now: number): Promise<void> => {
  await sql.batch([
    { sql: 'DELETE FROM incoming WHERE at < ?1', params: [now - incomingKept] },
    {
      sql: `UPDATE outbox SET body = '' WHERE state <> 'queued' AND at < ?1 AND body <> ''`,
      params: [now - wordsKept],
    },
    {
      sql: `DELETE FROM card WHERE at < ?1 AND id NOT IN (SELECT card FROM focus WHERE card IS NOT NULL)`,
      params: [now - wordsKept],
    },
    { sql: oldSnapshots },
    { sql: 'DELETE FROM session WHERE expires_at <= ?1', params: [now] },
  ])
}

/** Each but its filing's newest, when no message stands any more that its document was sent with. */
const oldSnapshots = `DELETE FROM snapshot
  WHERE version < (SELECT max(newest.version) FROM snapshot AS newest WHERE newest.filing = snapshot.filing)
    AND (filing, version) NOT IN (
      SELECT body ->> '$.file.filing', body ->> '$.file.version' FROM outbox WHERE kind = 'file' AND body <> '')`
