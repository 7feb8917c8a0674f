// The schema's contract on sqlite3.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { type Sqlite3, sqlite3 } from '../../src/storage/sqlite3.ts'
import { schemaContract } from '../contracts/schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-schema-'))
let opened: Sqlite3[] = []
let files = 0

afterEach(async () => {
  await Promise.all(opened.map(sql => sql.close()))
  opened = []
})

afterAll(() => rmSync(folder, { recursive: true }))

schemaContract('the schema on sqlite3', async () => {
  const sql = await sqlite3(join(folder, `${++files}.db`))
  opened.push(sql)
  await migrate(sql, 'migrations')
  return sql
})
