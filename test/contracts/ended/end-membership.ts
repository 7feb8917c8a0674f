// Run as a process of its own by ended-membership.test.ts: ends memberships of a unit in the database file, of one
// account's person or of all, as an administrator beside a running server does.

import { sqlite3 } from '../../../src/storage/sqlite3.ts'
import { createStore } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'

const [file = '', unit = '', account = null] = process.argv.slice(2)
const sql = await sqlite3(file)
const store = createStore(sql)
const members = await sql.all(
  `SELECT id FROM membership WHERE unit = ?1 AND until IS NULL
    AND (?2 IS NULL OR person = (SELECT person FROM account WHERE ref = ?2))`,
  [unit, account],
)
for (const { id } of members) await seeding(store).endMembership(String(id), Date.now())
await sql.close()
