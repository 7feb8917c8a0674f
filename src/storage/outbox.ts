// The outbox: finds chats with mail, leases a chat as a whole, and says where it went. The outcomes' own statements are
// outcomes.ts, the list of a page outbox-list.ts; mail that its committer holds is leased by commit.ts.

import * as z from 'zod'
import type { ChatRef } from '../app/message.ts'
import type { Log } from '../app/ports/environment.ts'
import { leaseMs, leaseRows, type Outbox } from '../app/ports/outbox.ts'
import type { CommitAndLease } from './commit-and-lease.ts'
import type { Memory } from './memory.ts'
import { outboxList } from './outbox-list.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'
import { readOutgoing } from './stored-body.ts'
import type { Writer } from './writer.ts'

const nullable = z.string().nullable()
const mailRow = z.object({
  id: z.string(),
  seq: z.int(),
  kind: z.string(),
  body: z.string(),
  edits: nullable,
  attempts: z.int(),
  editsMessage: nullable,
})

const backlogRow = z.object({ size: z.int(), oldestAt: z.int().nullable() })

/** The parts of the store that the outbox shares. */
type Parts = {
  readonly sql: Sql
  readonly writer: Pick<Writer, 'settle' | 'holder'>
  readonly memory: Pick<Memory, 'seats'>
  readonly commitAndLease: CommitAndLease
  /** Chats whose outcomes are handed over and not stored yet. */
  readonly settling: Map<ChatRef, Promise<void>>
  readonly log: Log
}

export const outbox = ({ sql, writer, memory: { seats }, commitAndLease, settling, log }: Parts): Outbox => ({
  commitAndLease,

  chatsWithMail: async (now, most = -1) =>
    (await sql.all(dueChats, [now, most])).map(({ chat, first }) => ({
      chat: String(chat),
      isBulk: Number(first) > 0,
    })),

  backlog: async () => {
    const [found] = await sql.all(waiting)
    return readAs(backlogRow, found, 'outbox')
  },

  lease: async (chat, now, until) => {
    await settling.get(chat)
    for (;;) {
      const [taken = []] = await sql.batch([{ sql: leaseChat, params: [chat, now, until, writer.holder] }])
      const rows = taken.map(each => readAs(mailRow, each, 'outbox')).sort((a, b) => a.seq - b.seq)
      const mails = rows.flatMap(row => {
        const outgoing = readOutgoing(chat, row)
        return outgoing ? { outgoing, editsMessage: row.editsMessage, attempts: row.attempts } : []
      })
      if (mails.length === rows.length) return mails
      const readable = new Set(mails.map(({ outgoing }) => outgoing.id))
      const unreadable = rows.map(({ id }) => id).filter(id => !readable.has(id))
      await sql.batch([{ sql: giveUp, params: [JSON.stringify(unreadable)] }])
      for (const id of unreadable) log('outbox.unreadable', { channel: chat.split(':', 1)[0] ?? '', id })
      if (mails.length > 0) return mails // else there may be mail that waited for these
    }
  },

  settle: (chat, outcomes, hold = null) => {
    seats.delivered(chat, outcomes) // a message that was sent has its id, stored or not
    const stored = writer.settle({ chat, outcomes, hold })
    const settled = stored
      .catch(() => {})
      .then(() => {
        if (settling.get(chat) === settled) settling.delete(chat)
      })
    // On Workers a request may be cancelled, and its promises never settle: no other request may wait for one there.
    if (sql.sharing === 1) return { ordered: settled, stored }
    settling.set(chat, settled)
    return { ordered: Promise.resolve(), stored }
  },

  recover: async () => {
    if (await sql.alone?.()) await sql.batch([{ sql: releaseAll }])
  },

  // Waiting mail is given up: a person who comes back after weeks is answered anew. Old buttons still go then.
  unreachable: async (chat, now) => {
    await sql.batch([
      {
        sql: 'INSERT INTO unreachable (chat, at) VALUES (?1, ?2) ON CONFLICT (chat) DO NOTHING',
        params: [chat, now],
      },
      {
        sql: `UPDATE outbox SET state = 'failed', lease_until = NULL
          WHERE chat = ?1 AND state = 'queued' AND kind <> 'close'`,
        params: [chat],
      },
    ])
  },

  moveChat: async (from, to) => {
    if (from === to) return
    await sql.batch([
      { sql: moveMail, params: [from, to] },
      { sql: movePlaces, params: [from, to] },
      ...['card', 'reach'].map(table => ({
        sql: `UPDATE ${table} SET chat = ?2 WHERE chat = ?1`,
        params: [from, to],
      })),
      { sql: 'UPDATE OR REPLACE chat_group SET chat = ?2 WHERE chat = ?1', params: [from, to] },
      { sql: 'DELETE FROM unreachable WHERE chat IN (?1, ?2)', params: [from, to] },
    ])
    seats.drop(from)
    seats.drop(to)
  },

  ...outboxList(sql),
})

const waiting = `SELECT count(*) AS size, min(at) AS oldestAt FROM outbox AS o
  WHERE state = 'queued' AND NOT EXISTS (SELECT 1 FROM unreachable AS u WHERE u.chat = o.chat)`

/** Clocks of several processes differ by so much and are not wrong. */
const skewMs = 10_000
const isDue = (row: string, now: string): string =>
  `(${row}.due_at <= ${now} OR ${row}.due_at > ${now} + ${row}.pause + ${skewMs})`
const isHeld = (row: string, now: string): string =>
  `(${row}.lease_until > ${now} AND ${row}.lease_until <= ${now} + ${2 * leaseMs})`

/** A chat waits when its first queued row is due, nobody holds it, and it can be reached. */
const dueChats = `SELECT chat, (
    SELECT min(mine.priority) FROM outbox AS mine WHERE mine.chat = o.chat AND mine.state = 'queued') AS first
  FROM outbox AS o
  WHERE state = 'queued' AND ${isDue('o', '?1')}
    AND seq = (SELECT min(first.seq) FROM outbox AS first WHERE first.chat = o.chat AND first.state = 'queued')
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS held WHERE held.chat = o.chat AND held.state = 'queued' AND ${isHeld('held', '?1')})
    AND NOT EXISTS (SELECT 1 FROM unreachable AS u WHERE u.chat = o.chat)
  ORDER BY first, at, chat LIMIT ?2`

/**
 * Nothing overtakes: the first row that is not due yet ends the lease, and so does one whose edited message is
 * itself not sent yet; it comes with the next lease, when that message's id is known.
 */
const leaseChat = `UPDATE outbox SET lease_until = ?3, leased_by = ?4
  WHERE chat = ?1 AND state = 'queued'
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS held WHERE held.chat = ?1 AND held.state = 'queued' AND ${isHeld('held', '?2')})
    AND NOT EXISTS (SELECT 1 FROM unreachable WHERE chat = ?1)
    AND seq IN (
      SELECT first.seq FROM outbox AS first WHERE first.chat = ?1 AND first.state = 'queued'
      ORDER BY first.seq LIMIT ${leaseRows})
    AND seq < coalesce((
      SELECT min(later.seq) FROM outbox AS later
      LEFT JOIN outbox AS edited ON edited.id = later.edits
      WHERE later.chat = ?1 AND later.state = 'queued' AND (
        NOT ${isDue('later', '?2')}
        OR (edited.state = 'queued' AND edited.chat = later.chat AND edited.seq < later.seq))
    ), 9007199254740991)
  RETURNING id, seq, kind, body, edits, attempts,
    (SELECT edited.message_id FROM outbox AS edited WHERE edited.id = outbox.edits) AS editsMessage`

const moveMail = `UPDATE outbox SET chat = ?2, seq = outbox.seq + last.seq, lease_until = NULL
  FROM (SELECT coalesce(max(o.seq), 0) AS seq FROM outbox AS o WHERE o.chat = ?2) AS last
  WHERE outbox.chat = ?1`

/** Its version passes every one that a process may remember of either chat. */
const movePlaces = `UPDATE OR REPLACE position SET chat = ?2, version = 1 + max(version, coalesce((
    SELECT there.version FROM position AS there WHERE there.person = position.person AND there.chat = ?2), 0))
  WHERE chat = ?1`

const giveUp = `UPDATE outbox SET state = 'failed', lease_until = NULL
  WHERE state = 'queued' AND id IN (SELECT value FROM json_each(?1))`

const releaseAll = `UPDATE outbox SET lease_until = NULL WHERE state = 'queued' AND lease_until IS NOT NULL`
