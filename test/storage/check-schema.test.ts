// The schema of a database that others migrate is this code's, or the start is refused.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSchema } from '../../src/storage/check-schema.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'

const migrations = readFileSync('migrations/0001_nianbao.sql', 'utf8')

test.each([
  ['nothing', []],
  ['a trigger is gone', ['DROP TRIGGER audit_goes_on']],
  ['a column came', ['ALTER TABLE unit ADD COLUMN strange TEXT']],
  ['an index is another', ['DROP INDEX card_at', 'CREATE INDEX card_at ON card (at, id)']],
  ['a table came', ['CREATE TABLE strange (a)']],
])('of a schema in which %s differs', async (_, changes) => {
  const sql = await sqlite3(':memory:')
  await migrate(sql, 'migrations')
  for (const change of changes) await sql.batch([{ sql: change }])
  const checked = checkSchema(sql, migrations)
  if (changes.length === 0) await expect(checked).resolves.toBeUndefined()
  else await expect(checked).rejects.toMatchObject({ fault: 'schema-differs' })
  await sql.close()
})

test('a database without a schema is refused', async () => {
  const sql = await sqlite3(':memory:')
  await expect(checkSchema(sql, migrations)).rejects.toMatchObject({ fault: 'schema-differs' })
  await sql.close()
})
