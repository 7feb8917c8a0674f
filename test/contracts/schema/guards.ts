// A document is lost, and writes nothing, when what its door decided on does not stand any more.

import { describe, expect, test } from 'vitest'
import type { CommitDocument } from '../../../src/storage/round.ts'
import type { OpenSchema } from '../schema.ts'
import { answer, day, dump, heard, now, run, take, verdicts, worldOf } from './world.ts'

const supervises: CommitDocument = {
  ...answer({ person: 'sue', member: 'sue-district', chat: 'web:sue' }),
  above: [['u1', 'district']],
}
const invited = (over: Partial<Record<'person' | 'account', string>> = {}): CommitDocument => ({
  now,
  incoming: heard(),
  enrolments: [
    {
      cells: ['code', over.person ?? 'cas', over.account ?? 'web:cas', 'Cas', 'cas-u1', 'nonce', 'web:cas'],
      words: ['{"at":"start"}'],
    },
  ],
  sessions: [['token', over.account ?? 'web:cas', now, now + day]],
})
const invitation = `INSERT INTO invitation (hash, unit, role, filing, expires_at)
  VALUES ('code', 'u1', 'filler', 'f1', ${now + day})`

export const guards = (open: OpenSchema): void => {
  describe('a document is lost', () => {
    test.each<readonly [string, string, CommitDocument]>([
      ['another version stands', `UPDATE filing SET version = 1 WHERE id = 'f1'`, answer()],
      ['the filing has another state', `UPDATE filing SET state = 'submitted' WHERE id = 'f1'`, answer()],
      ['the filing is gone', `DELETE FROM filing WHERE id = 'f1'`, answer()],
      ['the unit is gone', `DELETE FROM unit WHERE id = 'u1'`, answer()],
      ['the membership has ended', `UPDATE membership SET until = ${now} WHERE id = 'ann-u1'`, answer()],
      ['there is no such membership', 'SELECT 1', answer({ member: 'other' })],
      [
        'the person stands elsewhere in the chat',
        `INSERT INTO position (person, chat, version, about, focus) VALUES ('ann', 'telegram:1', 3, 'filing/f1', '{}')`,
        answer(),
      ],
      ['the person is gone', `DELETE FROM person WHERE id = 'ann'`, { ...answer(), members: [] }],
      ['the unit has moved to another branch', `DELETE FROM unit_above WHERE unit = 'u1'`, supervises],
      ['the supervision has ended', `UPDATE membership SET until = ${now} WHERE person = 'sue'`, supervises],
      [
        'another act was written into the chain of the unit',
        `UPDATE unit SET audit_head = '1:x' WHERE id = 'u1'`,
        { now, incoming: heard(), units: [['u1', '', '1:y']] },
      ],
      [
        'another act was written into the chain of the root',
        `UPDATE root SET audit_head = '1:x'`,
        { now, incoming: heard(), root: [['', '1:y']] },
      ],
      [
        'the turn of the clock is over',
        `INSERT INTO due (job, key, at) VALUES ('digest', '', ${now + day})`,
        { now, incoming: heard(), duesDone: [['digest', '', now, now]] },
      ],
      [
        'the turn of the clock is done',
        `INSERT INTO due (job, key, at, done_at) VALUES ('digest', 'k', ${now}, ${now})`,
        { now, incoming: heard(), duesDone: [['digest', 'k', now, now]] },
      ],
    ])('when %s', async (_, before, document) => {
      const sql = await worldOf(open)
      await run(sql, before)
      const stood = await dump(sql)
      expect(await verdicts(sql, document)).toEqual(['lost'])
      expect(await dump(sql)).toEqual(stood)
    })

    test('not when another membership of the same person has ended', async () => {
      const sql = await worldOf(open)
      await run(
        sql,
        `INSERT INTO membership (id, person, unit, role, since, until)
          VALUES ('old', 'ann', 'u2', 'filler', ${now - day}, ${now - 1})`,
      )
      expect(await verdicts(sql, answer())).toEqual(['done'])
      expect(await verdicts(sql, supervises)).toEqual(['lost']) // the version has risen
      expect(await verdicts(sql, { ...supervises, filings: [], audit: [] })).toEqual(['done'])
    })

    test('or undoes the whole batch, in its own words, when it is strict', async () => {
      const sql = await worldOf(open)
      const strict = { ...answer(), strict: true }
      await take(sql, strict)
      const stood = await dump(sql)
      await expect(take(sql, strict)).rejects.toMatchObject({ code: 1004, detail: 'repeat' })
      await expect(take(sql, { ...strict, incoming: heard() })).rejects.toMatchObject({
        code: 1004,
        detail: 'lost',
      })
      expect(await dump(sql)).toEqual(stood)
    })
  })

  describe('an invitation', () => {
    test('makes person, account, membership of its role, place and session at once', async () => {
      const sql = await worldOf(open)
      await run(sql, invitation)
      expect(await verdicts(sql, invited())).toEqual(['done'])
      expect(
        await sql.all(
          `SELECT p.name, a.ref, m.unit, m.role, s.hash, v.taken_with FROM person AS p
            JOIN account AS a ON a.person = p.id JOIN membership AS m ON m.person = p.id
            JOIN session AS s ON s.account = a.ref JOIN invitation AS v ON v.taken_by = p.id`,
        ),
      ).toEqual([
        { name: 'Cas', ref: 'web:cas', unit: 'u1', role: 'filler', hash: 'token', taken_with: 'nonce' },
      ])
      expect(await sql.all('SELECT person, chat, version, about, focus FROM position')).toEqual([
        { person: 'cas', chat: 'web:cas', version: 1, about: 'filing/f1', focus: '{"at":"start"}' },
      ])
    })

    test.each<readonly [string, string, CommitDocument]>([
      ['it was taken', `UPDATE invitation SET taken_by = 'bob'`, invited()],
      ['it has expired', `UPDATE invitation SET expires_at = ${now}`, invited()],
      ['it was revoked', `UPDATE invitation SET revoked_at = ${now}`, invited()],
      ['there is none', 'DELETE FROM invitation', invited()],
      ['it is for somebody else', `UPDATE invitation SET person = 'bob'`, invited()],
      ['the account is another person’s who has a place', 'SELECT 1', invited({ account: 'web:sue' })],
    ])('is not taken when %s', async (_, before, document) => {
      const sql = await worldOf(open)
      await run(sql, invitation)
      await run(sql, before)
      const stood = await dump(sql)
      expect(await verdicts(sql, document)).toEqual(['lost'])
      expect(await dump(sql)).toEqual(stood)
    })
  })
}
