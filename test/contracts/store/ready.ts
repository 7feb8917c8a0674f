// Whether an answer can be stored: asked by storing one, of which nothing stays.

import { describe, expect, test } from 'vitest'
import type { Bench } from '../store.ts'

export const ready = (bench: () => Bench): void => {
  describe('the trial whether an answer can be stored', () => {
    test('goes well in a database that is whole, and leaves nothing but its instant', async () => {
      const { sql, first } = bench()
      const tables = (await sql.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`)).map(
        ({ name }) => name,
      )
      const ours = tables.filter(name => !/^(sqlite_|_cf_)/.test(String(name)))
      const all = async () => Promise.all(ours.map(name => sql.all(`SELECT * FROM "${name}"`)))
      const root = ours.indexOf('root')
      const before = await all()
      await first.ready()
      await first.ready()
      const after = await all()
      expect(before.length).toBeGreaterThan(30)
      expect(after[root]).toEqual([{ ...before[root]?.[0], ready_at: expect.any(Number) }])
      expect(after.filter((_, n) => n !== root)).toEqual(before.filter((_, n) => n !== root))
    })

    test.each(['outbox', 'incoming', 'cell', 'audit', 'snapshot'])(
      'goes wrong when the table %s is gone',
      async name => {
        const { sql, store } = bench()
        await sql.batch([{ sql: 'PRAGMA defer_foreign_keys = ON' }, { sql: `DROP TABLE ${name}` }])
        await expect(store().ready()).rejects.toThrow()
      },
    )
  })
}
