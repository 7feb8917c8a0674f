// Tries whether an answer could be stored now: a message with a reply, written as every commit is and taken back; then
// the instant of the trial, which is written for good, since a full disk is told only then.

import { wordsMessage } from '../app/message.ts'
import { fault, isFault } from '../faults.ts'
import { roundStatement } from './round.ts'
import type { Sql, Statement } from './sql.ts'
import { writeBody } from './stored-body.ts'

/** Rejects as `Sql` does when it cannot be. */
export const tryToStore = async (sql: Sql): Promise<void> => {
  const now = Date.now()
  await sql.batch([trial(now), alwaysRefused]).then(
    () => {
      throw fault('case-unknown', 'ready')
    },
    error => {
      if (!isFault(error, 'database-refused') || error.detail !== refusal) throw error
    },
  )
  await sql.batch([{ sql: 'UPDATE root SET ready_at = ?1', params: [now] }])
}

/** The schema's words for it. */
const refusal = 'CHECK constraint failed: one = 1'
const alwaysRefused: Statement = { sql: 'INSERT INTO root (one) VALUES (2)' }

const trial = (now: number): Statement => {
  const [channel, chat, id] = ['trial', 'trial:1', crypto.randomUUID()]
  const body = writeBody(wordsMessage(id, chat, [{ text: 'trial', style: 'plain' }]))
  return roundStatement([
    {
      now,
      incoming: [[channel, id, now, chat, id]],
      outbox: [{ cells: [id, chat, 1, null, 'say', null, 0, now, now, null], words: [body] }],
    },
  ])
}
