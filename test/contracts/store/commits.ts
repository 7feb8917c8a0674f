// A commit is stored as a whole or not at all, once, and only on the version it was made from.

import { describe, expect, test } from 'vitest'
import { cellKey } from '../../../src/engine/form.ts'
import type { Sql, Statement } from '../../../src/storage/sql.ts'
import { createStore } from '../../../src/storage/store.ts'
import type { Bench } from '../store.ts'
import {
  ann,
  blank,
  bob,
  count,
  dump,
  entry,
  everything,
  heard,
  now,
  part,
  put,
  say,
  seatOf,
  settled,
  write,
} from './world.ts'

const changes = [put('a', entry(1)), write('t', [part('x')])]

export const commits = (bench: () => Bench): void => {
  describe('a commit', () => {
    test('stores everything it holds', async () => {
      const { first, sql } = bench()
      expect(await first.commit(everything(await seatOf(first), ann, changes))).toBe('done')
      const counted = await Promise.all(
        ['cell', 'text', 'position', 'card', 'audit', 'standing', 'snapshot', 'outbox', 'fault'].map(table =>
          count(sql, table),
        ),
      )
      expect(counted).toEqual([1, 1, 2, 1, 1, 1, 1, 2, 1])
      expect(await sql.all('SELECT version, audit_head FROM filing')).toEqual([
        { version: 1, audit_head: '1:head' },
      ])
    })

    test('changes nothing when it is repeated, and says so', async () => {
      const { first, store, sql } = bench()
      const commit = everything(await seatOf(first), ann, changes)
      await first.commit(commit)
      const before = await dump(sql)
      expect(await first.commit(commit)).toBe('repeat')
      expect(await store().commit(heard({ incoming: commit.incoming, outbox: [say(ann.chat)] }))).toBe(
        'repeat',
      )
      expect(await dump(sql)).toBe(before)
    })

    test('is no repeat when another channel uses the same id', async () => {
      const { first } = bench()
      const commit = heard()
      expect(await first.commit(commit)).toBe('done')
      expect(await first.commit({ ...commit, incoming: { ...commit.incoming, channel: 'web' } })).toBe('done')
    })

    test.each([-1, 0, 2, 1000])('is lost on version %i when 1 stands, and writes nothing', async expected => {
      const { first, sql } = bench()
      await first.commit(everything(await seatOf(first), ann, changes))
      const next = everything(await seatOf(first), ann, [put('b', entry(2))])
      const before = await dump(sql)
      expect(
        await first.commit({ ...next, filings: next.filings.map(each => ({ ...each, expected })) }),
      ).toBe('lost')
      expect(await dump(sql)).toBe(before)
      expect(await first.commit(next)).toBe('done')
    })

    test('is lost when its filing was erased, and writes nothing', async () => {
      const { first, sql } = bench()
      const seat = await seatOf(first)
      await first.commit(everything(seat, ann, changes))
      const next = everything(await seatOf(first), ann, [put('b', entry(2))])
      await sql.batch([{ sql: 'DELETE FROM filing WHERE id = ?1', params: [blank.id] }])
      const before = await dump(sql)
      expect(await first.commit(next)).toBe('lost')
      expect(await dump(sql)).toBe(before)
      expect(await count(sql, 'cell')).toBe(0)
      expect(await first.loadSeat(ann.account, ann.chat)).toBeNull()
    })

    test.each(['cell', 'text', 'position', 'card', 'audit', 'standing', 'snapshot', 'outbox', 'fault'])(
      'leaves nothing behind when writing to %s fails',
      async table => {
        const { first, sql } = bench()
        const commit = everything(await seatOf(first), ann, changes)
        const before = await dump(sql)
        await sql.batch([
          { sql: `CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END` },
        ])
        await expect(first.commit(commit)).rejects.toMatchObject({ code: 1004, detail: 'broken' })
        expect(await dump(sql)).toBe(before)
        await sql.batch([{ sql: 'DROP TRIGGER broken' }])
        expect(await first.commit(commit)).toBe('done')
        expect((await seatOf(first)).filing.version).toBe(1)
      },
    )

    test('takes one statement with two parameters, alone or among others', async () => {
      const { first, sql } = bench()
      const statements: Statement[] = []
      const batch: Sql['batch'] = given => {
        statements.push(...given)
        return sql.batch(given)
      }
      const store = createStore({ ...sql, batch })
      const large = Array.from({ length: 200 }, (_, n) => put(`k${n}`, entry(n)))
      const seat = await seatOf(first)
      expect(await store.commit(everything(seat, ann, [...changes, ...large]))).toBe('done')
      expect(statements.map(({ params = [] }) => params.length)).toEqual([2])
    })

    test('of a lone person takes three calls of the database at most, from loading to settling', async () => {
      const { sql } = bench()
      const calls: string[] = []
      const counted = createStore({
        ...sql,
        all: (text, params) => {
          calls.push('read')
          return sql.all(text, params)
        },
        batch: statements => {
          calls.push(...statements.map(() => 'write'))
          return sql.batch(statements)
        },
      })
      for (const n of [1, 2, 3]) {
        calls.length = 0
        const seat = await seatOf(counted)
        const commit = everything(seat, ann, [put('a', entry(n), seat.filing.entries.get(cellKey('a')))])
        const { mail } = await counted.commitAndLease(commit, now + 1)
        const sent = mail.map(({ outgoing: { id } }) => ({ id, state: 'sent', message: id }) as const)
        await settled(counted, ann.chat, sent)
      }
      expect(calls.length).toBeLessThanOrEqual(3)
    })

    test('writes two hundred cells at once', async () => {
      const { first, store } = bench()
      const large = Array.from({ length: 200 }, (_, n) => put(`k${n}`, entry(n)))
      expect(await first.commit(everything(await seatOf(first), ann, large))).toBe('done')
      expect((await seatOf(store())).filing.entries.size).toBe(200)
    })

    test('leaves no row in the views that take it', async () => {
      const { first, sql } = bench()
      for (let n = 0; n < 3; n++) await first.commit(everything(await seatOf(first), bob, changes))
      const rows = await sql.all(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('round', 'spread', 'spread_more')`,
      )
      expect(rows).toEqual([])
      expect(await count(sql, 'round')).toBe(0)
    })

    test('reads the filing from the database once, and then from memory', async () => {
      const { sql } = bench()
      let reads = 0
      const all: typeof sql.all = (text, params) => {
        reads++
        return sql.all(text, params)
      }
      const counted = createStore({ ...sql, all })
      await counted.commit(everything(await seatOf(counted), ann, changes))
      expect(reads).toBe(2)
      await counted.commit(everything(await seatOf(counted), ann, [put('b', entry(2))]))
      await seatOf(counted)
      expect(reads).toBe(4)
    })

    test('refuses to change a line of the audit', async () => {
      const { first, sql } = bench()
      await first.commit(everything(await seatOf(first), ann, changes))
      await expect(sql.batch([{ sql: `UPDATE audit SET new = '2'` }])).rejects.toMatchObject({ code: 1004 })
    })
  })
}
