// The clock's rows and its work on the database: deletes what is old, and keeps what somebody may still need: the
// question that stands, the message that a younger one changes, the last document's report.

import * as z from 'zod'
import type { Committed } from '../app/ports/commit.ts'
import type { Schedule } from '../app/ports/schedule.ts'
import type { Turn } from '../app/ports/turn.ts'
import { isFault } from '../faults.ts'
import { headStatement } from './audits.ts'
import { roundStatement } from './round.ts'
import { readAs } from './rows.ts'
import type { Sql, Statement } from './sql.ts'
import { turnRows } from './turn-rows.ts'

const day = 86_400_000
/** Telegram keeps an update for 24 hours and repeats it so long (Bot API, "Getting updates"). */
const incomingKept = 30 * day
const wordsKept = 90 * day
/** A page is read on the day. */
const linksKept = day

/** Longer than any clock is wrong that somebody looks at. */
const turnsKept = 366 * day

const dueRow = z.object({ job: z.string(), key: z.string(), at: z.int() })

export const schedule = (sql: Sql): Schedule => ({
  dues: async (now, jobs) => {
    const rows = await sql.all(standing, [now, JSON.stringify(jobs)])
    return rows.map(row => readAs(dueRow, row, 'due')).sort((a, b) => a.at - b.at)
  },
  setDue: async ({ job, key, at }, instead) => {
    await sql.batch([{ sql: setDue, params: [job, key, at, instead] }])
  },
  setOnce: async ({ job, key, at }) => {
    const once = 'INSERT INTO due (job, key, at) VALUES (?1, ?2, ?3) ON CONFLICT (job, key) DO NOTHING'
    await sql.batch([{ sql: once, params: [job, key, at] }])
  },
  endTurn: (turn, head) => inTurn(sql, turn, head ? [headStatement(head)] : []),
  prune: turn => inTurn(sql, turn, pruning(turn.now)),
})

/** The work and the end of its turn in one batch: whoever comes second undoes nothing and does nothing. */
export const inTurn = async (sql: Sql, turn: Turn, work: readonly Statement[]): Promise<Committed> => {
  try {
    await sql.batch([roundStatement([{ now: turn.now, strict: true, ...turnRows(turn) }]), ...work])
    return 'done'
  } catch (error) {
    if (isFault(error, 'database-refused') && error.detail === 'lost') return 'lost'
    throw error
  }
}

const standing = `SELECT * FROM (
    SELECT job, key, at FROM due WHERE done_at IS NULL AND at <= ?1 ORDER BY at LIMIT 100)
  UNION SELECT d.job, d.key, d.at FROM json_each(?2) AS j JOIN due AS d
    ON d.job = j.value AND d.key = '' AND d.done_at IS NULL`

const setDue = `INSERT INTO due (job, key, at) SELECT ?1, ?2, ?3
    WHERE ?4 IS NULL OR EXISTS (SELECT 1 FROM due WHERE job = ?1 AND key = ?2)
  ON CONFLICT (job, key) DO UPDATE SET at = excluded.at, done_at = NULL
    WHERE due.at = ?4 OR due.done_at IS NOT NULL`

/** Mail before snapshots: a snapshot goes with the message that ordered its document. */
const pruning = (now: number): readonly Statement[] => {
  const [handled, said, done] = [now - incomingKept, now - wordsKept, now - turnsKept]
  return [
    {
      sql: `DELETE FROM incoming WHERE at < ?1 AND (channel <> 'clock' OR at < ?2)`,
      params: [handled, done],
    },
    { sql: 'DELETE FROM due WHERE done_at < ?1', params: [done] },
    { sql: oldMail, params: [said] },
    { sql: readLinks, params: [now - linksKept] },
    {
      sql: `DELETE FROM card WHERE at < ?1 AND id NOT IN (SELECT card FROM position WHERE card IS NOT NULL)`,
      params: [said],
    },
    { sql: oldSnapshots },
    { sql: 'DELETE FROM invitation WHERE coalesce(taken_at, expires_at) < ?1', params: [handled] },
    { sql: 'DELETE FROM fault WHERE at < ?1', params: [said] },
    { sql: 'DELETE FROM session WHERE expires_at <= ?1', params: [now] },
  ]
}

/** On pages; elsewhere their words go as they are sent. */
const readLinks = `UPDATE outbox SET body = json_set(body, '$.lines', json('[]'))
  WHERE kind = 'link' AND state <> 'queued' AND at < ?1`

/**
 * A chat's last row stays while somebody sits there: the next row's place follows from it, and a place that was given
 * twice would hide a message from a page that has seen the first.
 */
const oldMail = `DELETE FROM outbox
  WHERE state <> 'queued' AND at < ?1
    AND id NOT IN (SELECT card FROM position WHERE card IS NOT NULL)
    AND id NOT IN (SELECT asked FROM position WHERE asked IS NOT NULL)
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS edit WHERE edit.edits = outbox.id AND (edit.at >= ?1 OR edit.state = 'queued'))
    AND (chat NOT IN (SELECT chat FROM position)
      OR seq < (SELECT max(last.seq) FROM outbox AS last WHERE last.chat = outbox.chat))`

/**
 * Each that was only printed, but for its filing's newest, when no message stands any more that its document was sent with. The plus takes the
 * column's affinity away, with which the index on the order in the body would not fit.
 */
const oldSnapshots = `DELETE FROM snapshot WHERE (filing, content, why) IN (
  SELECT s.filing, s.content, s.why FROM snapshot AS s
  WHERE s.why IN ('printed', 'approval-sheet')
    AND s.content < (SELECT max(newest.content) FROM snapshot AS newest WHERE newest.filing = s.filing)
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS o WHERE o.kind = 'file'
        AND o.body ->> '$.file.filing' = +s.filing AND o.body ->> '$.file.content' = +s.content))`
