// Run as a process of its own by ended-membership.test.ts: ends memberships of a unit in the database file, of one
// account's person or of all, as an administrator beside a running server does.

import { sqlite3 } from '../../../src/storage/sqlite3.ts'

const [file = '', unit = '', account = null] = process.argv.slice(2)
const sql = await sqlite3(file)
await sql.batch([
  {
    sql: `DELETE FROM membership WHERE unit = ?1
      AND (?2 IS NULL OR person = (SELECT person FROM account WHERE ref = ?2))`,
    params: [unit, account],
  },
])
await sql.close()
