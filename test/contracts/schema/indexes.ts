// What is asked often is found by an index: no plan of these queries reads a whole table.

import { describe, expect, test } from 'vitest'
import type { OpenSchema } from '../schema.ts'

const asked = {
  'what a read stands on': `SELECT f.version, f.state, p.version FROM filing AS f
    JOIN membership AS m ON m.unit = f.unit AND m.person = 'p' AND (m.until IS NULL OR m.until > 1)
    LEFT JOIN position AS p ON p.person = m.person AND p.chat = 'c' WHERE f.id = 'f'`,
  'what a supervisor’s read stands on': `SELECT f.version FROM filing AS f
    JOIN unit_above AS a ON a.unit = f.unit
    JOIN membership AS m ON m.id = 'm' AND m.unit = a.ancestor WHERE f.id = 'f'`,
  'the places of a person': `SELECT unit, role FROM membership WHERE person = 'p' AND until IS NULL`,
  'the people of a unit': `SELECT person FROM membership WHERE unit = 'u'`,
  'all below a unit': `SELECT unit FROM unit_above WHERE ancestor = 'u'`,
  'a unit’s children': `SELECT id FROM unit WHERE parent = 'u'`,
  'a unit by an old name': `SELECT unit FROM unit_name WHERE name = 'n'`,
  'a filing of a unit and year': `SELECT id FROM filing WHERE unit = 'u' AND obligation = 'o' AND year = 1`,
  'a chat’s waiting mail': `SELECT id FROM outbox WHERE chat = 'c' AND state = 'queued' ORDER BY seq`,
  'a chat’s messages behind a place': `SELECT id FROM outbox WHERE chat = 'c' AND seq > 5 ORDER BY seq LIMIT 9`,
  'what is due': `SELECT job, key FROM due WHERE done_at IS NULL AND at <= 5 ORDER BY at LIMIT 9`,
  'a page of standings': `SELECT filing FROM standing WHERE campaign = 'c' AND filing > 'f' ORDER BY filing LIMIT 9`,
  'who is in': `SELECT s.hash FROM account AS a JOIN session AS s ON s.account = a.ref WHERE a.person = 'p'`,
  'remarks of a filing': `SELECT id FROM remark WHERE filing = 'f'`,
  'the end of a chain': `SELECT max(n) FROM audit WHERE scope = 's'`,
  'nudges of a filing': `SELECT key FROM nudge WHERE filing = 'f' AND day >= 'd'`,
  'nudges of a message': `SELECT key FROM nudge WHERE outbox = 'o' AND state = 'queued'`,
  'nudges of a person on a day': `SELECT key FROM nudge WHERE person = 'p' AND day = 'd'`,
  'the chat of a person': `SELECT chat FROM reach WHERE person = 'p'`,
}

export const indexes = (open: OpenSchema): void => {
  describe('an index finds', () => {
    test('everything that is asked often', async () => {
      const sql = await open()
      for (const [name, query] of Object.entries(asked)) {
        const plan = (await sql.all(`EXPLAIN QUERY PLAN ${query}`)).map(({ detail }) => String(detail))
        expect(plan.join('; '), name).not.toMatch(/SCAN|TEMP B-TREE/)
      }
    })

    test('every row that a foreign key points from', async () => {
      const sql = await open()
      const tables = await sql.all(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`)
      const keys = tables.flatMap(({ name, sql: text }) =>
        [...String(text).matchAll(/^ {2}"?(\w+)"? [^,]*REFERENCES/gm)].map(([, col]) => ({
          child: String(name),
          col,
        })),
      )
      expect(keys.length).toBeGreaterThan(30)
      for (const { child, col } of keys) {
        const plan = await sql.all(`EXPLAIN QUERY PLAN SELECT 1 FROM ${child} WHERE "${col}" = 'x'`)
        expect(plan.map(({ detail }) => String(detail)).join('; '), `${child}.${col}`).toMatch(/SEARCH/)
      }
    })
  })
}
