// A failure of SQL as it is told: SQLite's code and the statement's name, and never a value.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isFault } from '../../src/faults.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { connect, sqlite3 } from '../../src/storage/sqlite3.ts'
import { statementName } from '../../src/storage/statement-name.ts'

test.each([
  ['SELECT a, b FROM outbox AS o WHERE x = ?1', 'SELECT outbox'],
  ['  INSERT INTO round (n) SELECT 1', 'INSERT round'],
  ['INSERT OR IGNORE INTO incoming VALUES (?1)', 'INSERT incoming'],
  ['UPDATE outbox SET due_at = 1', 'UPDATE outbox'],
  ['DELETE FROM card WHERE at < ?1', 'DELETE card'],
  ['VACUUM INTO ?1', 'VACUUM'],
  ['nonsense', ''],
])('%s is called %s', (sql, name) => {
  expect(statementName(sql)).toBe(name)
})

const secret = 'a person’s words'

test('a table that is gone, a full database and a locked one are told by code and statement, without a value', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
  const file = join(folder, 'one.db')
  const sql = await sqlite3(file, 20)
  await migrate(sql, 'migrations')
  const told = async (work: () => Promise<unknown>): Promise<string> => {
    const error: unknown = await work().catch((thrown: unknown) => thrown)
    if (!isFault(error)) throw error
    expect(error.detail).not.toContain(secret)
    return error.message
  }
  const insert = () => sql.batch([{ sql: 'INSERT INTO setting VALUES (?1, ?1, ?1)', params: [secret] }])
  const locker = await connect(file, 'BEGIN IMMEDIATE', 0)
  expect(await told(insert)).toBe('1001 database-unavailable: SQLITE_BUSY, INSERT setting')
  await locker.exec('DROP TABLE setting; COMMIT')
  await locker.close()
  expect(await told(insert)).toBe(
    '1013 statement-failed: SQLITE_ERROR, no such table: setting, INSERT setting',
  )
  expect(await told(() => sql.all('SELECT * FROM setting'))).toMatch(/^1013 .*SELECT setting$/)
  await sql.close()
  rmSync(folder, { recursive: true })
})
