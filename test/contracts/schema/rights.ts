// Rights and what hangs on them: a membership only ends, once; with a unit or a person goes what was theirs.

import { describe, expect, test } from 'vitest'
import type { OpenSchema } from '../schema.ts'
import { answer, count, day, dump, now, run, take, worldOf } from './world.ts'

export const rights = (open: OpenSchema): void => {
  describe('a membership', () => {
    test.each([
      ['gets another role', `UPDATE membership SET role = 'supervisor' WHERE id = 'ann-u1'`],
      [
        'gets another unit together with its end',
        `UPDATE membership SET unit = 'u2', until = ${now} WHERE id = 'ann-u1'`,
      ],
      [
        'gets sections together with its end',
        `UPDATE membership SET sections = '[]', until = ${now} WHERE id = 'ann-u1'`,
      ],
      ['is deleted', `DELETE FROM membership WHERE id = 'ann-u1'`],
      [
        'is replaced',
        `REPLACE INTO membership (id, person, unit, role, since) VALUES ('ann-u1', 'ann', 'u2', 'leader', 0)`,
      ],
      [
        'is doubled',
        `INSERT INTO membership (id, person, unit, role, since) VALUES ('m', 'ann', 'u1', 'filler', 0)`,
      ],
      [
        'gives way to its double',
        `REPLACE INTO membership (id, person, unit, role, since) VALUES ('m', 'ann', 'u1', 'filler', 0)`,
      ],
      [
        'has a role that there is not',
        `INSERT INTO membership (id, person, unit, role, since) VALUES ('m', 'ann', 'u2', 'king', 0)`,
      ],
    ])('is refused when it %s', async (_, change) => {
      const sql = await worldOf(open)
      const stood = await dump(sql)
      await expect(run(sql, change)).rejects.toMatchObject({ code: 1004 })
      expect(await dump(sql)).toEqual(stood)
    })

    test('ends once, and another one may follow', async () => {
      const sql = await worldOf(open)
      await run(sql, `UPDATE membership SET until = ${now} WHERE id = 'ann-u1'`)
      await expect(
        run(sql, `UPDATE membership SET until = ${now + day} WHERE id = 'ann-u1'`),
      ).rejects.toMatchObject({
        code: 1004,
      })
      await expect(run(sql, `UPDATE membership SET until = NULL WHERE id = 'ann-u1'`)).rejects.toMatchObject({
        code: 1004,
      })
      await run(
        sql,
        `INSERT INTO membership (id, person, unit, role, since) VALUES ('m', 'ann', 'u1', 'filler', ${now})`,
      )
    })
  })

  describe('what is erased', () => {
    test('takes with a unit its filings, places, cards and what was said of them, and leaves the rest', async () => {
      const sql = await worldOf(open)
      await take(sql, answer(), answer({ filing: 'f2', member: 'bob-u2', person: 'bob', chat: 'telegram:2' }))
      await run(sql, `DELETE FROM unit WHERE id = 'u1'`)
      const left = ['filing', 'cell', 'standing', 'position', 'card', 'outbox', 'audit', 'person']
      expect(await Promise.all(left.map(table => count(sql, table)))).toEqual([1, 1, 1, 1, 1, 2, 2, 3])
      expect(await sql.all(`SELECT id FROM membership WHERE unit = 'u1'`)).toEqual([])
      expect(await sql.all('SELECT unit FROM unit_above')).toEqual([{ unit: 'u2' }])
    })

    test('takes with a person accounts, sessions, tokens and places, and leaves what they wrote', async () => {
      const sql = await worldOf(open)
      await take(sql, answer())
      await run(
        sql,
        `INSERT INTO session (hash, account, since, expires_at) VALUES ('h', 'telegram:1', 0, 1)`,
      )
      await run(
        sql,
        `INSERT INTO token (hash, person, scopes, since, expires_at) VALUES ('t', 'ann', '[]', 0, 1)`,
      )
      await run(sql, `DELETE FROM person WHERE id = 'ann'`)
      const gone = ['session', 'token', 'position']
      expect(await Promise.all(gone.map(table => count(sql, table)))).toEqual([0, 0, 0])
      expect(await sql.all('SELECT "by" FROM cell')).toEqual([{ by: 'ann' }])
    })

    test('raises the version of what a process may remember, and no content', async () => {
      const sql = await worldOf(open)
      await run(
        sql,
        `INSERT INTO filing (id, unit, obligation, year, form, revision)
        VALUES ('f0', 'u1', 'disclosure', 2024, 'disclosure-2021', 1),
          ('w1', 'u1', 'website', 2025, 'website-2025', 1), ('f3', 'u1', 'disclosure', 2026, 'disclosure-2021', 1)`,
      )
      const versions = async () =>
        (await sql.all(`SELECT version, content FROM filing WHERE id <> 'f2' ORDER BY id`)).map(
          ({ version, content }) => `${version}/${content}`,
        )
      const [made] = [await versions()]
      expect(made).toEqual(['0/0', '1/0', '0/0', '0/0']) // f0, f1, f3, w1
      await run(sql, `UPDATE unit SET name = 'Renamed' WHERE id = 'u1'`)
      expect(await versions()).toEqual(['1/0', '2/0', '1/0', '1/0'])
      await run(sql, `UPDATE filing SET content = content + 1 WHERE id = 'f0'`)
      expect(await versions()).toEqual(['1/1', '3/0', '1/0', '1/0'])
      await run(sql, `UPDATE filing SET state = 'submitted', version = version + 1 WHERE id = 'f0'`)
      expect(await versions()).toEqual(['2/1', '3/0', '1/0', '1/0'])
      await run(sql, `DELETE FROM filing WHERE id = 'f0'`)
      expect(await versions()).toEqual(['4/0', '1/0', '1/0'])
    })
  })
}
