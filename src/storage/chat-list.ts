// A chat's messages as a list that can be read again: the outbox itself, sent or not. What was given up is left out.

import * as z from 'zod'
import type { Posted, Store } from '../app/ports.ts'
import { kind, readAs, readBody } from './rows.ts'
import type { Row, Sql } from './sql.ts'

type ListRoom = Pick<Store, 'messages' | 'fileOrder'>

const row = z.object({
  id: z.string(),
  chat: z.string(),
  seq: z.int(),
  at: z.int(),
  kind,
  body: z.string(),
  edits: z.string().nullable(),
  editsSeq: z.int().nullable(),
})

export const chatList = (sql: Sql): ListRoom => ({
  messages: async (chat, from, limit) => {
    if ('after' in from) return (await sql.all(behind, [chat, from.after, limit])).map(posted)
    return (await sql.all(last, [chat, from.before, limit])).map(posted).reverse()
  },

  fileOrder: async (chat, id) => {
    const [found] = await sql.all(`${listed} AND o.id = ?2`, [chat, id])
    return found ? posted(found).outgoing.file : null
  },
})

const posted = (found: Row): Posted => {
  const { id, chat, seq, at, kind, body, edits, editsSeq } = readAs(row, found, 'outbox')
  return { seq, at, outgoing: { id, to: chat, kind, edits, ...readBody(body) }, edits: editsSeq }
}

const listed = `SELECT o.id, o.chat, o.seq, o.at, o.kind, o.body, o.edits, edited.seq AS editsSeq
  FROM outbox AS o LEFT JOIN outbox AS edited ON edited.id = o.edits AND edited.chat = o.chat
  WHERE o.chat = ?1 AND o.state <> 'failed'`
const behind = `${listed} AND o.seq > ?2 ORDER BY o.seq LIMIT ?3`
const last = `${listed} AND o.seq < ?2 ORDER BY o.seq DESC LIMIT ?3`
