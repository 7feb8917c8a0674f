// A process that is killed while it commits: what it acknowledged is there, and every commit is whole.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import { childEnv } from '../child-env.ts'
import { count, seatOf, seed } from '../contracts/store/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-crash-'))
afterAll(() => rmSync(folder, { recursive: true }))

const kills = Number(process.env.NIANBAO_TEST_KILLS ?? (process.env.LONG ? 50 : 3))

test(`loses nothing acknowledged and leaves nothing half, killed ${kills} times`, {
  timeout: 10_000 * kills,
}, async () => {
  const file = join(folder, 'crash.db')
  const first = await sqlite3(file)
  await migrate(first, 'migrations')
  await seed(createStore(first))
  const enrolled = await count(first, 'incoming')
  await first.close()

  for (let kill = 0; kill < kills; kill++) {
    const acknowledged = await killedWriter(file, 10 + 37 * kill)
    expect(acknowledged).toBeGreaterThan(0)

    const sql = await sqlite3(file)
    const { version, entries, texts } = (await seatOf(createStore(sql))).filing
    expect(version).toBeGreaterThanOrEqual(acknowledged)
    const tables = ['audit', 'snapshot', 'card', 'fault']
    const counted = await Promise.all(tables.map(table => count(sql, table)))
    expect([entries.size, texts.size, ...counted]).toEqual(Array(6).fill(version))
    expect(await count(sql, 'incoming')).toBe(enrolled + version)
    expect(await count(sql, 'outbox')).toBe(2 * version)
    expect(await sql.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    await sql.close()
  }
})

/** Start a writer, kill it this long after its first acknowledgement; the last version it acknowledged. */
const killedWriter = async (file: string, afterMs: number): Promise<number> => {
  const child = spawn(process.execPath, ['test/storage/crash-writer.ts', file], {
    env: childEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs))
  await once(child, 'close')
  return Math.max(0, ...said.split('\n').slice(0, -1).map(Number))
}
