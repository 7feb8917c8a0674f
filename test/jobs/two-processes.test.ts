// A daily job on two processes of one database, on machines in three zones: killed between the halves of a turn, it is
// done all the same, and once.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '../../src/main/open-store.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { childEnv } from '../child-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-clock-'))
afterAll(() => rmSync(folder, { recursive: true }))

const noon = Date.parse('2026-01-12T04:00:00Z')
/** Three o'clock of the district's nights. */
const nights = [0, 1, 2].map(n => Date.parse('2026-01-12T19:00:00Z') + n * 86_400_000)

const startClock = async (file: string, zone: string) => {
  const child = spawn(process.execPath, ['test/jobs/clock-process.ts', file], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...childEnv, TZ: zone },
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async (): Promise<string> => String((await lines.next()).value)
  const offset = Number(await next())
  return {
    offset,
    tick: (at: number, stops = '') => {
      child.stdin.write(`${at} ${stops}\n`)
      return next()
    },
    kill: async () => {
      const over = once(child, 'close')
      child.kill('SIGKILL')
      await over
    },
  }
}

test.each([
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/New_York', 300],
])('on machines in %s a digest is told once each day at three in the district', async (zone, offset) => {
  const file = join(folder, `${offset}.db`)
  const made = await openStore(file)
  await made.close()
  const [first = 0, second = 0, third = 0] = nights
  const [steady, one, other] = await Promise.all(Array.from({ length: 3 }, () => startClock(file, zone)))
  if (!steady || !one || !other) throw new Error('no clock')
  expect(steady.offset).toBe(offset)
  const goesOn = async (from: number) => {
    for (const at of [from + 1, from + 60_000]) expect(await steady.tick(at)).toBe('ticked')
  }
  for (const at of [noon, first - 1]) await Promise.all([steady.tick(at), one.tick(at)])
  expect(await Promise.all([steady.tick(first), one.tick(first)])).toEqual(['ticked', 'ticked'])
  await goesOn(first)
  expect(await one.tick(second, 'before')).toBe('between')
  await one.kill()
  await goesOn(second)
  expect(await other.tick(third, 'after')).toBe('between')
  await other.kill()
  await goesOn(third)
  await steady.kill()

  const sql = await sqlite3(file)
  const messages = await sql.all('SELECT id FROM outbox ORDER BY seq')
  expect(messages.map(({ id }) => id)).toEqual(nights.map(at => `digest of ${at}`))
  expect(await sql.all(`SELECT id, at FROM incoming WHERE channel = 'clock' ORDER BY at`)).toEqual([
    { id: `digest//${first}`, at: first },
    { id: `digest//${second}`, at: second + 1 },
    { id: `digest//${third}`, at: third },
  ])
  await sql.close()
})
