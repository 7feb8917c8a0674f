// Wherever a write fails, nothing of its document stays. The tables are those that the document changes, whichever.

import { describe, expect, test } from 'vitest'
import type { CommitDocument } from '../../../src/storage/round.ts'
import type { OpenSchema } from '../schema.ts'
import { answer, day, dump, now, run, take, verdicts, worldOf } from './world.ts'

const before = [
  `INSERT INTO invitation (hash, unit, role, at, expires_at) VALUES ('code', 'u1', 'filler', ${now}, ${now + day})`,
  `INSERT INTO cell (filing, key, value, source, "by", at) VALUES ('f1', 'gone', '1', 'typed', 'ann', ${now})`,
  `INSERT INTO text (filing, key, part, body, "by", at) VALUES ('f1', 't', 1, 'gone', 'ann', ${now})`,
  `INSERT INTO remark (id, filing, kind, body, "by", at) VALUES ('gone', 'f1', 'reason', 'gone', 'ann', ${now})`,
  `INSERT INTO session (hash, account, since, expires_at) VALUES ('old', 'telegram:1', ${now}, ${now + day})`,
  `INSERT INTO due (job, key, at) VALUES ('sweep', '', ${now})`,
  `INSERT INTO outbox (id, chat, seq, kind, body, at, due_at) VALUES ('sent', 'telegram:1', 1, 'say', '{}', ${now}, 0)`,
]

/** Everything that a document can hold, at once. */
const everything = (): CommitDocument => ({
  ...answer(),
  units: [['u1', '', '1:unit']],
  root: [['', '1:root']],
  made: [['f0', 'u1', 'disclosure', 2024, 'disclosure-2021', 1, 0, '', null]],
  emptied: ['f2'],
  cellsGone: [['f1', 'gone']],
  textsGone: [['f1', 't', 1]],
  texts: [{ cells: ['f1', 't', 0, 0, 'ann', now, null], words: ['text'] }],
  remarksGone: [['gone', 'f1']],
  remarks: [
    {
      cells: ['r', 'f1', 'reason', 'T203', ['a'], { a: 1 }, null, 'ann', now, 0, null, 'm'],
      words: ['because'],
    },
  ],
  stood: [{ filing: 'f1', entered_at: now }] as never,
  snapshots: [{ cells: ['f1', 'printed', now, 'ann'], words: ['{}', '{}'] }],
  enrolments: [{ cells: ['code', 'cas', 'web:cas', 'Cas', 'cas-u1', 'nonce', 'web:cas'], words: ['{}'] }],
  sessionsEnded: ['old'],
  sessions: [['token', 'web:cas', now, now + day]],
  reaches: [['ann', 'telegram', 'telegram:1', now]],
  duesDone: [['sweep', '', now, now]],
  dues: [['nudge', 'f1', now + day]],
  faults: [['1002', 'telegram', 'in', now]],
  marks: [['sent', 'sent', 'm']],
  holds: [['telegram:1', null]],
})

export const faults = (open: OpenSchema): void => {
  describe('a document with everything', () => {
    test('leaves nothing behind when any write to any of its tables fails', async () => {
      const world = async () => {
        const sql = await worldOf(open)
        for (const text of before) await run(sql, text)
        return sql
      }
      const first = await world()
      const stood = await dump(first)
      expect(await verdicts(first, everything())).toEqual(['done'])
      const after = await dump(first)
      const written = Object.keys(after).filter(
        table => JSON.stringify(after[table]) !== JSON.stringify(stood[table]),
      )
      expect(written.length).toBeGreaterThanOrEqual(20)

      const sql = await world()
      for (const table of written) {
        for (const event of ['INSERT', 'UPDATE', 'DELETE'])
          await run(
            sql,
            `CREATE TRIGGER broken_${event} BEFORE ${event} ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`,
          )
        await expect(take(sql, everything()), table).rejects.toMatchObject({ code: 1004, detail: 'broken' })
        for (const event of ['INSERT', 'UPDATE', 'DELETE']) await run(sql, `DROP TRIGGER broken_${event}`)
        expect(await dump(sql), table).toEqual(stood)
      }
      expect(await verdicts(sql, everything())).toEqual(['done'])
    })
  })
}
