// Every fault point on sqlite3.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { type Sqlite3, sqlite3 } from '../../src/storage/sqlite3.ts'
import { faultPoints } from '../contracts/fault-points.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-faults-'))
const opened: Sqlite3[] = []

afterAll(async () => {
  for (const sql of opened) await sql.close()
  rmSync(folder, { recursive: true })
})

faultPoints('an act on sqlite3', async () => {
  const sql = await sqlite3(join(folder, `${opened.length}.db`))
  opened.push(sql)
  await migrate(sql, 'migrations')
  return sql
})
