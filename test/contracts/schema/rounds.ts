// Documents that share a statement: each has its own verdict, and none that is lost or repeated is in another's way.

import { describe, expect, test } from 'vitest'
import type { OpenSchema } from '../schema.ts'
import { answer, count, dump, heard, run, take, verdicts, worldOf } from './world.ts'

export const rounds = (open: OpenSchema): void => {
  describe('a round', () => {
    test('keeps its winners whole among losers and repeats', async () => {
      const sql = await worldOf(open)
      const said = answer({ keys: ['a', 'b'] })
      const behind = answer({ value: 9 })
      const other = answer({ filing: 'f2', member: 'bob-u2', person: 'bob', chat: 'telegram:2', value: 2 })
      const repeat = { ...said, incoming: heard(String(said.incoming?.[0]?.[1 as never])) }
      const ended = answer({ filing: 'f2', member: 'gone' })
      const next = answer({ version: 1, keys: ['c', 'd'], value: 3 })
      expect(await verdicts(sql, said, behind, other, repeat, ended, next)).toEqual([
        ...['done', 'lost', 'done', 'repeat', 'lost', 'done'],
      ])
      expect(await sql.all('SELECT filing, key, value FROM cell ORDER BY 1, 2')).toEqual([
        { filing: 'f1', key: 'a', value: '1' },
        { filing: 'f1', key: 'b', value: '1' },
        { filing: 'f1', key: 'c', value: '3' },
        { filing: 'f1', key: 'd', value: '3' },
        { filing: 'f2', key: 'a', value: '2' },
      ])
      expect(await sql.all('SELECT chat, seq FROM outbox ORDER BY 1, 2')).toEqual([
        ...[1, 2, 3, 4].map(seq => ({ chat: 'telegram:1', seq })),
        ...[1, 2].map(seq => ({ chat: 'telegram:2', seq })),
      ])
      expect(await count(sql, 'incoming')).toBe(3)
    })

    test('has one winner among ten documents of one version, and ten of ten that wait for each other', async () => {
      const sql = await worldOf(open)
      const racing = Array.from({ length: 10 }, () => answer())
      expect(await verdicts(sql, ...racing)).toEqual(['done', ...Array(9).fill('lost')])
      const queued = Array.from({ length: 10 }, (_, i) => answer({ version: i + 1 }))
      expect(await verdicts(sql, ...queued)).toEqual(Array(10).fill('done'))
    })

    test('tells a repeat from a loss, also when both are true, and from its own result that was not heard', async () => {
      const sql = await worldOf(open)
      const said = answer()
      expect(await verdicts(sql, said)).toEqual(['done'])
      const stood = await dump(sql)
      const again = { ...answer(), incoming: heard(String(said.incoming?.[0]?.[1 as never])) }
      expect(await verdicts(sql, again)).toEqual(['repeat'])
      expect(await verdicts(sql, said)).toEqual(['done']) // the same try
      expect(await verdicts(sql, answer())).toEqual(['lost'])
      expect(await dump(sql)).toEqual(stood)
    })

    test('leaves nothing of any document when the schema refuses one for another reason', async () => {
      const sql = await worldOf(open)
      await run(
        sql,
        `CREATE TRIGGER broken BEFORE INSERT ON cell WHEN NEW.key = 'bad' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
      )
      const stood = await dump(sql)
      const good = answer({ filing: 'f2', member: 'bob-u2', person: 'bob', chat: 'telegram:2' })
      await expect(take(sql, good, answer({ keys: ['a', 'bad'] }))).rejects.toMatchObject({
        code: 1004,
        detail: 'broken',
      })
      expect(await dump(sql)).toEqual(stood)
      expect(await verdicts(sql, good)).toEqual(['done'])
    })

    test('takes a hundred documents with two parameters', async () => {
      const sql = await worldOf(open)
      const all = Array.from({ length: 100 }, (_, version) => answer({ version, keys: [`k${version}`] }))
      expect(new Set(await verdicts(sql, ...all))).toEqual(new Set(['done']))
      expect(await count(sql, 'cell')).toBe(100)
    })
  })
}
