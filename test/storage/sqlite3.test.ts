// The store's contract on sqlite3, in a file; in memory too with LONG=1.

import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, test } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { type Sqlite3, sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import { forgetsByIndex } from '../contracts/store/plan.ts'
import { storeContract } from '../contracts/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'))
let open: Sqlite3[] = []
let files = 0

const opened = async (file: string) => {
  const sql = await sqlite3(file)
  open.push(sql)
  return { sql, store: () => createStore(sql) }
}

const database = async (file: string) => {
  const made = await opened(file)
  await migrate(made.sql, 'migrations')
  return made
}

/** The schema is made once and its file copied: making it costs ten times as much as most tests. */
const template = join(folder, 'template.db')
const copied = async () => {
  if (!existsSync(template)) {
    const sql = await sqlite3(template)
    await migrate(sql, 'migrations')
    await sql.close()
  }
  const file = join(folder, `${++files}.db`)
  copyFileSync(template, file)
  return opened(file)
}

afterEach(async () => {
  await Promise.all(open.map(sql => sql.close()))
  open = []
})
afterAll(() => rmSync(folder, { recursive: true }))

storeContract('the store on a sqlite3 file', copied)
if (process.env.LONG) storeContract('the store on sqlite3 in memory', () => database(':memory:'))

test('what is forgotten on sqlite3 is found by an index', async () => {
  const { sql } = await database(join(folder, 'plan.db'))
  await forgetsByIndex(sql)
})
