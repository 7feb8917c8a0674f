// The outbox: who has mail, and taking a chat's mail for a while. A chat is held as a whole. (What became of it is
// mark.ts; what is held by whoever commits it, commit.ts.)

import * as z from 'zod'
import type { Commit, Mail, Store } from '../app/ports.ts'
import { kind, readAs, readBody } from './rows.ts'
import type { Row, Sql } from './sql.ts'

type MailRoom = Pick<Store, 'chatsWithMail' | 'lease' | 'unreachable' | 'moveChat'>

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

/** The mail that whoever commits holds, by the rows that were put: from memory, its words are those that are stored. */
export const heldMail = ({ outbox }: Pick<Commit, 'outbox'>, rows: readonly Row[]): readonly Mail[] =>
  outbox.flatMap((outgoing, n) => {
    const row = rows[n]
    if (typeof row?.leaseUntil !== 'number') return []
    const { editsMessage } = row
    return { outgoing, editsMessage: typeof editsMessage === 'string' ? editsMessage : null, attempts: 0 }
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

  // What waits there is given up: whoever comes back after weeks is answered anew. Old buttons still go then.
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

const moveMail = `UPDATE outbox SET chat = ?2, seq = outbox.seq + last.seq, lease_until = NULL
  FROM (SELECT coalesce(max(o.seq), 0) AS seq FROM outbox AS o WHERE o.chat = ?2) AS last
  WHERE outbox.chat = ?1`
