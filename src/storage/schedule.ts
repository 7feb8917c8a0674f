// The clock's work on the database: deletes old rows, and keeps those that somebody may still need: the question that
// stands, the message that a younger one changes, the last document's report.

import type { Schedule } from '../app/ports/schedule.ts'
import type { Sql } from './sql.ts'

const day = 86_400_000
/** Telegram keeps an update for 24 hours and repeats it so long (Bot API, "Getting updates"). */
const incomingKept = 30 * day
const wordsKept = 90 * day

export const schedule = (sql: Sql): Schedule => ({ prune: now => prune(sql, now) })

/** In one batch, mail before snapshots: a snapshot goes with the message that ordered its document. */
const prune = async (sql: Sql, now: number): Promise<void> => {
  const [handled, said] = [now - incomingKept, now - wordsKept]
  await sql.batch([
    { sql: 'DELETE FROM incoming WHERE at < ?1', params: [handled] },
    { sql: oldMail, params: [said] },
    {
      sql: `DELETE FROM card WHERE at < ?1 AND id NOT IN (SELECT card FROM focus WHERE card IS NOT NULL)`,
      params: [said],
    },
    { sql: oldSnapshots },
    { sql: 'DELETE FROM invitation WHERE coalesce(taken_at, expires_at) < ?1', params: [handled] },
    { sql: 'DELETE FROM fault WHERE at < ?1', params: [said] },
    { sql: 'DELETE FROM session WHERE expires_at <= ?1', params: [now] },
  ])
}

/**
 * A chat's last row stays while somebody sits there: the next row's place follows from it, and a place that was given
 * twice would hide a message from a page that has seen the first.
 */
const oldMail = `DELETE FROM outbox
  WHERE state <> 'queued' AND at < ?1
    AND id NOT IN (SELECT card FROM focus WHERE card IS NOT NULL)
    AND id NOT IN (SELECT asked FROM focus WHERE asked IS NOT NULL)
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS edit WHERE edit.edits = outbox.id AND (edit.at >= ?1 OR edit.state = 'queued'))
    AND (chat NOT IN (SELECT chat FROM focus)
      OR seq < (SELECT max(last.seq) FROM outbox AS last WHERE last.chat = outbox.chat))`

/**
 * Each but its filing's newest, when no message stands any more that its document was sent with. The plus takes the
 * column's affinity away, with which the index on the order in the body would not fit.
 */
const oldSnapshots = `DELETE FROM snapshot WHERE (filing, version) IN (
  SELECT s.filing, s.version FROM snapshot AS s
  WHERE s.version < (SELECT max(newest.version) FROM snapshot AS newest WHERE newest.filing = s.filing)
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS o WHERE o.kind = 'file'
        AND o.body ->> '$.file.filing' = +s.filing AND o.body ->> '$.file.version' = +s.version))`
