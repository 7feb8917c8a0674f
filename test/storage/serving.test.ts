// Who else serves a file: what a process that has ended held is free at once, what one that lives holds is not.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import { heard, now, say } from '../contracts/store/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-serving-'))
afterAll(() => rmSync(folder, { recursive: true }))

const serving = async (file: string) => {
  const sql = await sqlite3(file)
  await migrate(sql, 'migrations')
  const store = createStore(sql)
  await store.recover()
  return { sql, store }
}
const chat = 'telegram:1'
const hold = (id: string) => [heard({ outbox: [say(chat, id)] }), now + 60_000] as const

test('lets go of mail that a process which has ended held, and not of what one that lives holds', async () => {
  const file = join(folder, 'one.db')
  const first = await serving(file)
  expect((await first.store.commitAndLease(...hold('m1'))).mail.length).toBe(1)
  const second = await serving(file)
  expect(await second.store.lease(chat, now, now + 1)).toEqual([])
  await first.sql.close()
  const third = await serving(file) // the second still lives
  expect(await third.store.lease(chat, now, now + 1)).toEqual([])
  await Promise.all([second.sql.close(), third.sql.close()])
  const last = await serving(file)
  expect((await last.store.lease(chat, now, now + 1)).map(mail => mail.outgoing.id)).toEqual(['m1'])
  await last.sql.close()
})

test('knows of a process of its own that lives, and that was killed', async () => {
  const file = join(folder, 'two.db')
  const body = `import { sqlite3 } from './src/storage/sqlite3.ts'
    const sql = await sqlite3(process.argv[1])
    console.log(await sql.alone())
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', body, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  expect(String(said).trim()).toBe('true')
  const beside = await sqlite3(file)
  expect(await beside.alone?.()).toBe(false)
  await beside.close()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const after = await sqlite3(file)
  expect(await after.alone?.()).toBe(true)
  await after.close()
})
