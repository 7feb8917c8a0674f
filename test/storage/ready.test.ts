// The trial on a sqlite3 file in trouble: another process holds the lock, or the file can grow no more.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { connect, sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const opened = async () => {
  const file = join(folder, 'ready.db')
  const sql = await sqlite3(file, 50)
  await migrate(sql, 'migrations')
  return { file, sql, ready: createStore(sql).ready }
}

test('it goes wrong while another process holds the write lock, and well again when it is free', async () => {
  const { file, sql, ready } = await opened()
  await ready()
  const other = await connect(file, 'BEGIN IMMEDIATE', 0)
  await expect(ready()).rejects.toThrow('1001 database-unavailable: SQLITE_BUSY')
  await other.exec('ROLLBACK')
  await ready()
  await other.close()
  await sql.close()
})

test('it goes wrong when there is no page left, and well again when there is room', async () => {
  const { sql, ready } = await opened()
  await ready()
  const [pages] = await sql.batch([{ sql: 'PRAGMA page_count' }])
  await sql.batch([{ sql: `PRAGMA max_page_count = ${Number(pages?.[0]?.page_count)}` }])
  const filler = { sql: `INSERT INTO fault (code, channel, incoming, at) VALUES (?1, 'x', 'x', 1)` }
  const fill = () => sql.batch([{ ...filler, params: ['x'.repeat(300)] }])
  const full = async () => {
    for (let rows = 0; rows < 1_000; rows += 1) await fill()
  }
  await expect(full()).rejects.toThrow('SQLITE_FULL')
  // The smallest rows may still find room in pages that are begun.
  for (;;) {
    const found = await ready().then(
      () => null,
      (error: Error) => error.message,
    )
    if (found !== null) break
    await sql.batch([{ sql: `INSERT INTO incoming VALUES ('t', hex(randomblob(20)), 1, NULL, 'x')` }])
  }
  await expect(ready()).rejects.toThrow('SQLITE_FULL')
  await sql.batch([{ sql: 'PRAGMA max_page_count = 1000000' }])
  await ready()
  await sql.close()
})
