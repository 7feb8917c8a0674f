// A line of the audit cannot be changed, deleted, replaced or put between others, by no statement.

import { describe, expect, test } from 'vitest'
import type { OpenSchema } from '../schema.ts'
import { answer, dump, run, take, worldOf } from './world.ts'

const line = (
  n: number,
  word = 'INSERT',
) => `${word} INTO audit (scope, n, at, "by", channel, what, about, hash)
  VALUES ('filing/f1', ${n}, 0, 'eve', 'x', 'set', 'a', 'h')`

export const audit = (open: OpenSchema): void => {
  describe('the audit', () => {
    test.each([
      ['changed', `UPDATE audit SET new = '2' WHERE n = 2`],
      ['changed in passing', `UPDATE OR REPLACE audit SET n = 1 WHERE n = 2`],
      ['deleted', 'DELETE FROM audit WHERE n = 2'],
      ['cut at its end', 'DELETE FROM audit WHERE n >= 2'],
      ['replaced', line(2, 'REPLACE')],
      ['replaced by its other name', line(3, 'INSERT OR REPLACE')],
      ['put in again', line(3)],
      ['put in before the first', line(0)],
      ['put in after a gap', line(5)],
      ['overwritten where it stands', `${line(3)} ON CONFLICT (scope, n) DO UPDATE SET hash = 'forged'`],
    ])('refuses that a line is %s', async (_, tampering) => {
      const sql = await worldOf(open)
      await take(sql, answer({ keys: ['a', 'b', 'c'] }))
      const stood = await dump(sql)
      await expect(run(sql, tampering)).rejects.toMatchObject({ code: 1004, detail: 'audit is append only' })
      expect(await dump(sql)).toEqual(stood)
    })

    test('passes over what is ignored, and keeps what stands', async () => {
      const sql = await worldOf(open)
      await take(sql, answer({ keys: ['a', 'b'] }))
      const stood = await dump(sql)
      await run(sql, line(2, 'INSERT OR IGNORE')).catch(() => {})
      expect(await dump(sql)).toEqual(stood)
    })

    test('goes on with the next line of each scope, and outlives its filing', async () => {
      const sql = await worldOf(open)
      await take(sql, answer({ keys: ['a', 'b'] }))
      await run(sql, line(3))
      await run(sql, `DELETE FROM unit WHERE id = 'u1'`)
      expect((await sql.all('SELECT n FROM audit')).map(({ n }) => n)).toEqual([1, 2, 3])
    })
  })
}
