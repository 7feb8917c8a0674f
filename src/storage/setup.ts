// The first administrator: let in once by the schema itself, whatever is asked. It never sees the code.

import * as z from 'zod'
import type { Setup } from '../app/ports/setup.ts'
import { unitId } from '../engine/filing.ts'
import { batchWithLines } from './chains.ts'
import { readAs } from './rows.ts'
import type { Sql, Statement } from './sql.ts'
import { makingRoot } from './units.ts'

const state = z.object({ isOpen: z.int(), root: z.string().nullable() })
const bucket = z.object({ fullAt: z.int() })

export const setup = (sql: Sql): Setup => ({
  setupState: async () => {
    const [row] = await sql.all('SELECT setup IS NULL AS isOpen, unit AS root FROM root')
    const { isOpen, root } = readAs(state, row, 'root')
    return { isOpen: isOpen === 1, root: root === null ? null : unitId(root) }
  },

  takeGuess: async ({ capacity, refillMs }, now) => {
    const empty = now + capacity * refillMs
    const [, taken = []] = await sql.batch([
      { sql: cutWait, params: [empty] },
      { sql: guess, params: [now, refillMs, empty] },
    ])
    if (taken.length > 0) return 0
    const [row] = await sql.all('SELECT setup_full_at AS fullAt FROM root')
    const { fullAt } = readAs(bucket, row, 'root')
    return Math.max(1, fullAt + refillMs - empty)
  },

  setUp: ({ person, membership, at, unit, session, taken }, chains) => {
    const made = typeof unit === 'string' ? [] : makingRoot(unit)
    const id = typeof unit === 'string' ? unit : unit.id
    const { hash, account, since, expiresAt } = session
    const statements: readonly Statement[] = [
      { sql: 'UPDATE root SET setup = ?1', params: [taken] },
      ...made,
      { sql: 'INSERT INTO person (id, name) VALUES (?1, ?2)', params: [person.id, person.name] },
      { sql: 'INSERT INTO account (ref, person) VALUES (?1, ?2)', params: [account, person.id] },
      { sql: member, params: [membership, person.id, id, at] },
      { sql: opened, params: [hash, account, since, expiresAt] },
    ]
    return batchWithLines(sql, { chains }, statements)
  },
})

/** A bucket that was emptied by a clock that ran ahead is no emptier than one can be. */
const cutWait = 'UPDATE root SET setup_full_at = ?1 WHERE setup_full_at > ?1'

/** The pure form is src/app/token-bucket.ts; here it is one statement, so that no two guesses share a token. */
const guess = `UPDATE root SET setup_full_at = max(setup_full_at, ?1) + ?2
  WHERE max(setup_full_at, ?1) + ?2 <= ?3 RETURNING setup_full_at`

const member = `INSERT INTO membership (id, person, unit, role, since) VALUES (?1, ?2, ?3, 'administrator', ?4)`

const opened = 'INSERT INTO session (hash, account, since, expires_at) VALUES (?1, ?2, ?3, ?4)'
