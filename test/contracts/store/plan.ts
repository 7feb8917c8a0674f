// How a database finds what is forgotten, in its own words.

import { expect } from 'vitest'
import type { Sql, Statement } from '../../../src/storage/sql.ts'
import { createStore } from '../../../src/storage/store.ts'
import { now, pruneAt } from './world.ts'

/** Each statement starts from an index, and nothing is read from end to end but people's places and reports' keys. */
export const forgetsByIndex = async (sql: Sql): Promise<void> => {
  const ran: Statement[] = []
  const batch: Sql['batch'] = statements => {
    ran.push(...statements)
    return sql.batch(statements)
  }
  await pruneAt(createStore({ ...sql, batch }), now)
  // Before them stand the turn and its end.
  ran.splice(0, 2)
  const tables = ran.map(statement => /^(?:DELETE FROM|UPDATE) (\w+)/.exec(statement.sql)?.[1])
  expect(tables).toEqual([
    'incoming',
    'due',
    'outbox',
    'outbox',
    'card',
    'snapshot',
    'invitation',
    'fault',
    'session',
  ])
  const readWhole = new Set<string>()
  for (const [at, { sql: text, params }] of ran.entries()) {
    const plan = await sql.all(`EXPLAIN QUERY PLAN ${text}`, params)
    const [first = '', ...more] = plan.map(({ detail }) => String(detail))
    expect(first).toMatch(new RegExp(`^SEARCH ${tables[at]} USING (?:COVERING )?(?:INDEX|PRIMARY KEY)`))
    for (const step of more) if (step.startsWith('SCAN ')) readWhole.add(step)
  }
  expect([...readWhole].sort()).toEqual([
    'SCAN position',
    'SCAN s USING COVERING INDEX sqlite_autoindex_snapshot_1',
  ])
}
