// Records delivery outcomes, of one chat or of many, in two statements, and releases the chats' leases.

import type { ChatRef } from '../app/message.ts'
import type { Delivered } from '../app/ports/outbox.ts'
import { type Cells, eachRow, type Statement } from './sql.ts'

/** The outcomes of one chat's mail. Without any the chat is only released. */
export type Outcomes = { readonly chat: ChatRef; readonly outcomes: readonly Delivered[] }

export const outcomeStatements = (settled: readonly Outcomes[]): readonly Statement[] => {
  if (settled.length === 0) return []
  const chats = JSON.stringify(settled.map(({ chat }) => chat))
  return [
    ...eachRow(
      updateMail,
      settled.flatMap(({ outcomes }) => outcomes.map(outcomeRow)),
    ),
    { sql: releaseChats, params: [chats] },
  ]
}

const outcomeRow = (outcome: Delivered): Cells => [
  outcome.id,
  outcome.state,
  outcome.state === 'sent' ? outcome.message : null,
  outcome.state === 'queued' ? outcome.dueAt : null,
]

/** An edit that is sent has the message it changed, unless the channel names another. A sent row stays sent. */
const updateMail = `UPDATE outbox SET
    state = j.value ->> 1,
    message_id = CASE j.value ->> 1 WHEN 'sent' THEN coalesce(j.value ->> 2,
      (SELECT edited.message_id FROM outbox AS edited WHERE edited.id = outbox.edits)) END,
    due_at = coalesce(j.value ->> 3, due_at),
    attempts = attempts + (j.value ->> 1 = 'queued'),
    lease_until = NULL
  FROM json_each(?1) AS j
  WHERE outbox.id = j.value ->> 0 AND outbox.state = 'queued'`

const releaseChats = `UPDATE outbox SET lease_until = NULL
  WHERE chat IN (SELECT value FROM json_each(?1)) AND state = 'queued' AND lease_until IS NOT NULL`
