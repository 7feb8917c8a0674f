// A disk that is really full under a database file: the person is told that nothing was stored, nothing is, and when there
// is room again the same message counts once.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Sqlite3 } from '../../../src/storage/sqlite3.ts'
import { openHouse } from './house.ts'

/** The file may not grow, and what room its pages have is used up, down to the smallest row. */
const fill = async (sql: Sqlite3): Promise<void> => {
  const [pages] = await sql.batch([{ sql: 'PRAGMA page_count' }])
  await sql.batch([{ sql: `PRAGMA max_page_count = ${Number(pages?.[0]?.page_count)}` }])
  for (const size of [2_000, 200, 1]) {
    const row = {
      sql: `INSERT INTO fault (code, channel, incoming, at) VALUES (?1, 'x', 'x', 1)`,
      params: ['x'.repeat(size)],
    }
    const fillWith = async (): Promise<void> => {
      for (;;) await sql.batch([row])
    }
    await expect(fillWith()).rejects.toThrow('SQLITE_FULL')
  }
}

test('a message on a full disk is answered with 503 and not stored, and counts once when there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-full-'))
  const house = await openHouse({ file: join(folder, 'nianbao.db') })
  try {
    const visitor = await house.entered()
    await visitor.tap('开始填报')
    await fill(house.sql)
    // Pages that other tables have begun still take some.
    let message = { id: 'full-0', text: '目录' }
    for (let n = 1; (await visitor.json(message)).status === 200; n += 1)
      message = { id: `full-${n}`, text: '目录' }
    const before = await visitor.all()
    for (let tries = 0; tries < 3; tries += 1) {
      const answer = await visitor.json(message)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    }
    expect(await visitor.all()).toEqual(before)

    await house.sql.batch([{ sql: 'PRAGMA max_page_count = 1000000' }])
    const statuses = [await visitor.json(message), await visitor.json(message)].map(({ status }) => status)
    expect(statuses).toEqual([200, 200])
    const after = (await visitor.all()).slice(before.length)
    expect(after.filter(({ text }) => text === '目录')).toHaveLength(1)
    expect(after.filter(({ kind }) => kind === 'ask')).toHaveLength(1)
  } finally {
    await house.close()
    rmSync(folder, { recursive: true })
  }
})
