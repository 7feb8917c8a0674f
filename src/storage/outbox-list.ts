// A chat's mail once more, as a page lists it: what the account may still see, without what cannot be read. It changes
// nothing.

import * as z from 'zod'
import type { Outbox, Posted } from '../app/ports/outbox.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'
import { readOutgoing } from './stored-body.ts'

const listRow = z.object({
  id: z.string(),
  chat: z.string(),
  seq: z.int(),
  at: z.int(),
  kind: z.string(),
  body: z.string(),
  edits: z.string().nullable(),
  editsSeq: z.int().nullable(),
})

export const outboxList = (sql: Sql): Pick<Outbox, 'messages' | 'fileOrder'> => ({
  messages: async (chat, from, limit) => {
    const isBehind = 'after' in from
    const posts: Posted[] = []
    let place = isBehind ? from.after : from.before
    for (;;) {
      const wanted = limit - posts.length
      const rows = await sql.all(isBehind ? listedBehind : listedLast, [chat, place, wanted])
      const read = rows.map(row => readAs(listRow, row, 'outbox'))
      posts.push(...read.flatMap(row => posted(row) ?? []))
      const last = read.at(-1)
      if (!last || read.length < wanted || posts.length === limit) return isBehind ? posts : posts.reverse()
      place = last.seq
    }
  },

  fileOrder: async (chat, id) => {
    const [found] = await sql.all(`${listed} AND o.id = ?2`, [chat, id])
    return (found && posted(readAs(listRow, found, 'outbox'))?.outgoing.file) ?? null
  },
})

/** Null for a message that cannot be read. */
const posted = (row: z.infer<typeof listRow>): Posted | null => {
  const outgoing = readOutgoing(row.chat, row)
  return outgoing && { seq: row.seq, at: row.at, outgoing, edits: row.editsSeq }
}

/**
 * Mail that was given up is left out, a link whose words are forgotten, and what speaks of a filing or a unit to which the account of the chat's name
 * has no right any more.
 */
const listed = `SELECT o.id, o.chat, o.seq, o.at, o.kind, o.body, o.edits, edited.seq AS editsSeq
  FROM outbox AS o LEFT JOIN outbox AS edited ON edited.id = o.edits AND edited.chat = o.chat
  WHERE o.chat = ?1 AND o.state NOT IN ('failed', 'cancelled')
  AND NOT (o.kind = 'link' AND o.body -> '$.lines' = '[]') AND (o.about IS NULL OR EXISTS (
    SELECT 1 FROM account AS a JOIN membership AS m ON m.person = a.person AND m.until IS NULL
    JOIN unit AS u ON u.id = iif(o.about GLOB 'unit/*', substr(o.about, ${'unit/'.length + 1}),
      (SELECT f.unit FROM filing AS f WHERE f.id = substr(o.about, ${'filing/'.length + 1})))
    WHERE a.ref = ?1 AND (m.unit = u.id OR EXISTS (
      SELECT 1 FROM unit_above AS above WHERE above.unit = u.id AND above.ancestor = m.unit))))`
const listedBehind = `${listed} AND o.seq > ?2 ORDER BY o.seq LIMIT ?3`
const listedLast = `${listed} AND o.seq < ?2 ORDER BY o.seq DESC LIMIT ?3`
