// Batches in a row: each told its result after its own COMMIT, and all or nothing at any moment.

import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Commit } from '../../src/app/ports/commit.ts'
import { fault } from '../../src/faults.ts'
import { type Connection, createBatchQueue } from '../../src/storage/batch-queue.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { connect, durable, sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore, type Store } from '../../src/storage/store.ts'
import {
  ann,
  dump,
  entry,
  everything,
  heard,
  part,
  put,
  say,
  seatOf,
  seed,
  unit,
  write,
} from '../contracts/store/world.ts'
import { seeding } from '../seeding.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-queue-'))
afterAll(() => rmSync(folder, { recursive: true }))

const add = (n: number) => [{ sql: 'INSERT INTO t (n) VALUES (?1)', params: [n] }]
const codes = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.map(outcome => (outcome.status === 'rejected' ? outcome.reason.code : 'done'))
/** The third alone. */
const failed = ['done', 'done', 1001, 'done', 'done']
const opened = async (name: string, busyMs?: number) => {
  const sql = await sqlite3(join(folder, name), busyMs)
  await sql.batch([{ sql: 'CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY)' }])
  return sql
}

describe('a queue of batches', () => {
  test('tells a batch its result, a loser too, after its COMMIT or ROLLBACK, and only then begins the next', async () => {
    const log: string[] = []
    const connection: Connection = {
      exec: async script => void log.push(script),
      run: async ({ sql }) => {
        if (sql === 'lose') throw fault('database-refused', 'lost')
        return [{ sql }]
      },
    }
    const batch = createBatchQueue(connection)
    const settled = ['win', 'lose', 'win too'].map(sql =>
      batch([{ sql }, { sql: 'and more' }]).then(
        () => log.push(`${sql}: done`),
        () => log.push(`${sql}: refused`),
      ),
    )
    await Promise.all(settled)
    const ends = ['COMMIT', 'ROLLBACK', 'COMMIT']
    expect(log.filter(line => !line.includes(':'))).toEqual(ends.flatMap(end => ['BEGIN IMMEDIATE', end]))
    expect(log.filter(line => line.includes(':'))).toEqual(['win: done', 'lose: refused', 'win too: done'])
    expect(log.indexOf('win: done')).toBeGreaterThan(log.indexOf('COMMIT'))
    expect(log.indexOf('lose: refused')).toBeGreaterThan(log.indexOf('ROLLBACK'))
  })

  test('fails the batch whose COMMIT fails, stores nothing of it, and goes on with the next', async () => {
    const sql = await opened('commit-fails.db')
    await sql.batch([
      { sql: 'CREATE TABLE child (n INTEGER REFERENCES t (n) DEFERRABLE INITIALLY DEFERRED)' },
    ])
    const orphan = { sql: 'INSERT INTO child (n) VALUES (?1)', params: [99] } // refused at COMMIT and not before
    const outcomes = await Promise.allSettled([
      sql.batch(add(1)),
      sql.batch(add(2)),
      sql.batch([orphan, ...add(7)]),
      sql.batch(add(3)),
      sql.batch(add(4)),
    ])
    expect(codes(outcomes)).toEqual(failed)
    await sql.batch(add(5))
    expect(await sql.all('SELECT n FROM t')).toEqual([1, 2, 3, 4, 5].map(n => ({ n })))
    await sql.close()
  })

  test('fails the batch that finds the disk full, and goes on with the next', async () => {
    const sql = await opened('full.db')
    await sql.batch([{ sql: 'CREATE TABLE big (body TEXT)' }])
    const [[pages] = []] = await sql.batch([{ sql: 'PRAGMA page_count' }])
    await sql.batch([{ sql: `PRAGMA max_page_count = ${Number(pages?.page_count) + 2}` }])
    const big = { sql: 'INSERT INTO big (body) VALUES (?1)', params: ['x'.repeat(50_000)] }
    const outcomes = await Promise.allSettled([
      sql.batch(add(1)),
      sql.batch(add(2)),
      sql.batch([big]),
      sql.batch(add(3)),
      sql.batch(add(4)),
    ])
    expect(codes(outcomes)).toEqual(failed)
    await sql.batch(add(5))
    expect(await sql.all('SELECT n FROM t')).toEqual([1, 2, 3, 4, 5].map(n => ({ n })))
    await sql.close()
  })

  test('says "database unavailable" while another process holds the file', async () => {
    const sql = await opened('busy.db', 50)
    const other = await connect(join(folder, 'busy.db'), durable, 50)
    await other.exec('BEGIN IMMEDIATE')
    await expect(sql.batch(add(1))).rejects.toMatchObject({ code: 1001, detail: 'SQLITE_BUSY, INSERT t' })
    await other.exec('ROLLBACK')
    await sql.batch(add(1))
    await Promise.all([sql.close(), other.close()])
  })

  test('passes a mistake in the SQL on as it is, and keeps the others', async () => {
    const sql = await opened('mistake.db')
    const outcomes = await Promise.allSettled([
      sql.batch(add(1)),
      sql.batch([{ sql: 'INSERT INTO nowhere VALUES (1)' }]),
      sql.batch(add(2)),
    ])
    expect(outcomes.map(outcome => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({
      reason: { code: 1013, detail: 'SQLITE_ERROR, no such table: nowhere, INSERT nowhere' },
    })
    await sql.close()
  })

  type Work = (store: Store, commit: Commit) => Promise<unknown>
  test.each<readonly [string, Work, number]>([
    ['commit', (store, commit) => store.commit(commit), 2],
    ['removal of a unit', store => seeding(store).removeUnits([unit.id]), 6],
  ])(
    'leaves a whole %s or none, wherever between two statements the process dies',
    async (name, work, calls) => {
      const file = join(folder, `dies-${name}.db`)
      const sql = await sqlite3(file)
      await migrate(sql, 'migrations')
      const store = createStore(sql)
      await seed(store)
      await store.commit(heard({ outbox: [say(ann.chat)] }))
      const commit = everything(await seatOf(store), ann, [put('a', entry(1)), write('t', [part('x')])])
      const before = await dump(sql)

      // A kill leaves the files as they are: copied here before each call, opened below.
      const writer = await connect(file, durable, 1000)
      const copies: string[] = []
      const copy = () => {
        const to = join(folder, `dies-${name}-${copies.length}.db`)
        copyFileSync(file, to)
        if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${to}-wal`)
        copies.push(to)
      }
      const watched: Connection = {
        exec: script => {
          copy()
          return writer.exec(script)
        },
        run: statement => {
          copy()
          return writer.run(statement)
        },
      }
      await work(createStore({ ...sql, batch: createBatchQueue(watched) }), commit)
      copy()
      const after = await dump(sql)
      expect(after).not.toBe(before)

      const states = []
      for (const each of copies) {
        const revived = await sqlite3(each)
        states.push(await dump(revived))
        await revived.close()
      }
      // A commit is one statement: one copy before it, one after.
      expect(states).toEqual([...Array(calls - 1).fill(before), after])
      await Promise.all([sql.close(), writer.close()])
    },
  )
})
