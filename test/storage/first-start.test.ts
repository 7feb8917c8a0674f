// Several processes that open one new database at the same moment, as a server and a command at the first start do.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { childEnv } from '../child-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-first-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A process that has started and waits for the names of files. */
const startOpener = async () => {
  const child = spawn(process.execPath, ['test/storage/first-opener.ts'], {
    env: childEnv,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const answer = async (): Promise<unknown> => (await lines.next()).value
  expect(await answer()).toBe('waiting')
  return {
    open: (file: string) => {
      child.stdin.write(`${file}\n`)
      return answer()
    },
    end: () => child.stdin.end(),
  }
}

test('every process opens a new database, however many are the first', async () => {
  const openers = await Promise.all(Array.from({ length: 4 }, startOpener))
  for (let n = 0; n < 12; n++) {
    const file = join(folder, `${n}`, 'new.db')
    const answers = await Promise.all(openers.map(({ open }) => open(file)))
    expect(answers).toEqual(openers.map(() => 'open'))
    const sql = await sqlite3(file)
    expect(await sql.all('SELECT name FROM d1_migrations')).toHaveLength(1)
    await sql.close()
  }
  for (const { end } of openers) end()
})
