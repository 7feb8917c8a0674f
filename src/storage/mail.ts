// The outbox: who has mail, taking a chat's mail for a while, and what became of it. A chat is held as a whole.

import * as z from 'zod'
import type { Mail, Store } from '../app/ports.ts'
import { kind, readAs, readBody } from './rows.ts'
import type { Sql } from './sql.ts'

type MailRoom = Pick<Store, 'chatsWithMail' | 'lease' | 'delivered' | 'unreachable' | 'moveChat'>

const nullable = z.string().nullable()
const row = z.object({
  id: z.string(),
  seq: z.int(),
  kind,
  body: z.string(),
  edits: nullable,
  attempts: z.int(),
  editsMessage: nullable,
})

export const mail = (sql: Sql): MailRoom => ({
  chatsWithMail: async now => (await sql.all(waiting, [now])).map(({ chat }) => String(chat)),

  lease: async (chat, now, until) => {
    const [taken = []] = await sql.batch([{ sql: take, params: [chat, now, until] }])
    return taken
      .map(each => readAs(row, each, 'outbox'))
      .sort((a, b) => a.seq - b.seq)
      .map(
        ({ id, kind, body, edits, attempts, editsMessage }): Mail => ({
          outgoing: { id, to: chat, kind, edits, ...readBody(body) },
          editsMessage,
          attempts,
        }),
      )
  },

  delivered: async (chat, outcomes) => {
    const rows = outcomes.map(outcome => [
      outcome.id,
      outcome.state,
      outcome.state === 'sent' ? outcome.message : null,
      outcome.state === 'queued' ? outcome.dueAt : null,
    ])
    await sql.batch([
      { sql: mark, params: [JSON.stringify(rows)] },
      { sql: release, params: [chat] },
    ])
  },

  // What waits there is given up: whoever comes back after weeks is answered anew.
  unreachable: async (chat, now) => {
    await sql.batch([
      {
        sql: 'INSERT INTO unreachable (chat, at) VALUES (?1, ?2) ON CONFLICT (chat) DO NOTHING',
        params: [chat, now],
      },
      {
        sql: `UPDATE outbox SET state = 'failed', lease_until = NULL WHERE chat = ?1 AND state = 'queued'`,
        params: [chat],
      },
    ])
  },

  moveChat: async (from, to) => {
    if (from === to) return
    await sql.batch([
      { sql: moveMail, params: [from, to] },
      { sql: 'UPDATE OR REPLACE focus SET chat = ?2 WHERE chat = ?1', params: [from, to] },
      { sql: 'UPDATE card SET chat = ?2 WHERE chat = ?1', params: [from, to] },
      { sql: 'DELETE FROM unreachable WHERE chat IN (?1, ?2)', params: [from, to] },
    ])
  },
})

/** A chat waits when its first queued row is due, nobody holds it, and it can be reached. */
const waiting = `SELECT chat FROM outbox AS o
  WHERE state = 'queued' AND due_at <= ?1
    AND seq = (SELECT min(first.seq) FROM outbox AS first WHERE first.chat = o.chat AND first.state = 'queued')
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS held WHERE held.chat = o.chat AND held.state = 'queued' AND held.lease_until > ?1)
    AND NOT EXISTS (SELECT 1 FROM unreachable AS u WHERE u.chat = o.chat)
  ORDER BY priority, at, chat`

/**
 * Nothing overtakes: the first row that is not due yet ends the lease, and so does one whose edited message is
 * itself not sent yet; it comes with the next lease, when that message's id is known.
 */
const take = `UPDATE outbox SET lease_until = ?3
  WHERE chat = ?1 AND state = 'queued'
    AND NOT EXISTS (SELECT 1 FROM outbox AS held WHERE held.chat = ?1 AND held.state = 'queued' AND held.lease_until > ?2)
    AND NOT EXISTS (SELECT 1 FROM unreachable WHERE chat = ?1)
    AND seq < coalesce((
      SELECT min(later.seq) FROM outbox AS later
      LEFT JOIN outbox AS edited ON edited.id = later.edits
      WHERE later.chat = ?1 AND later.state = 'queued' AND (
        later.due_at > ?2
        OR (edited.state = 'queued' AND edited.chat = later.chat AND edited.seq < later.seq))
    ), 9007199254740991)
  RETURNING id, seq, kind, body, edits, attempts,
    (SELECT edited.message_id FROM outbox AS edited WHERE edited.id = outbox.edits) AS editsMessage`

/** An edit that is sent has the message it changed, unless the channel names another. A sent row stays sent. */
const mark = `UPDATE outbox SET
    state = j.value ->> 1,
    message_id = CASE j.value ->> 1 WHEN 'sent' THEN coalesce(j.value ->> 2,
      (SELECT edited.message_id FROM outbox AS edited WHERE edited.id = outbox.edits)) END,
    due_at = coalesce(j.value ->> 3, due_at),
    attempts = attempts + (j.value ->> 1 = 'queued'),
    lease_until = NULL
  FROM json_each(?1) AS j
  WHERE outbox.id = j.value ->> 0 AND outbox.state = 'queued'`

const release = `UPDATE outbox SET lease_until = NULL
  WHERE chat = ?1 AND state = 'queued' AND lease_until IS NOT NULL`

const moveMail = `UPDATE outbox SET chat = ?2, seq = outbox.seq + last.seq, lease_until = NULL
  FROM (SELECT coalesce(max(o.seq), 0) AS seq FROM outbox AS o WHERE o.chat = ?2) AS last
  WHERE outbox.chat = ?1`
