// What became of mail, of one chat or of many, in two statements; and the chats are free again.

import type { ChatRef } from '../app/message.ts'
import type { Delivered } from '../app/ports.ts'
import { type Cells, eachRow, type Statement } from './sql.ts'

/** What became of the mail of one chat. No outcomes: it is only set free. */
export type Marks = { readonly chat: ChatRef; readonly outcomes: readonly Delivered[] }

export const markStatements = (marks: readonly Marks[]): readonly Statement[] => {
  if (marks.length === 0) return []
  const chats = JSON.stringify(marks.map(({ chat }) => chat))
  return [
    ...eachRow(
      mark,
      marks.flatMap(({ outcomes }) => outcomes.map(markRow)),
    ),
    { sql: release, params: [chats] },
  ]
}

const markRow = (outcome: Delivered): Cells => [
  outcome.id,
  outcome.state,
  outcome.state === 'sent' ? outcome.message : null,
  outcome.state === 'queued' ? outcome.dueAt : null,
]

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
  WHERE chat IN (SELECT value FROM json_each(?1)) AND state = 'queued' AND lease_until IS NOT NULL`
