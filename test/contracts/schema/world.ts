// The small world of the schema's contract: a district with two units, their people and filings, and documents that
// are quick to write.

import {
  type CommitDocument,
  readRound,
  roundStatement,
  type Taken,
  type Verdict,
} from '../../../src/storage/round.ts'
import type { Row, Sql } from '../../../src/storage/sql.ts'
import type { OpenSchema } from '../schema.ts'

export const now = Date.UTC(2026, 0, 12, 1)
export const day = 86_400_000

const seed = [
  `INSERT INTO unit (id, parent, name, level) VALUES
    ('district', NULL, 'District', 'county'), ('u1', 'district', 'One', 'street'), ('u2', 'district', 'Two', 'bureau')`,
  `INSERT INTO unit_above (unit, ancestor) VALUES ('u1', 'district'), ('u2', 'district')`,
  `INSERT INTO person (id, name) VALUES ('ann', 'Ann'), ('bob', 'Bob'), ('sue', 'Sue')`,
  `INSERT INTO account (ref, person) VALUES ('telegram:1', 'ann'), ('web:sue', 'sue')`,
  `INSERT INTO membership (id, person, unit, role, since) VALUES
    ('ann-u1', 'ann', 'u1', 'filler', ${now}), ('bob-u2', 'bob', 'u2', 'filler', ${now}),
    ('sue-district', 'sue', 'district', 'supervisor', ${now})`,
  `INSERT INTO filing (id, unit, obligation, year, form, revision) VALUES
    ('f1', 'u1', 'disclosure', 2025, 'disclosure-2021', 1), ('f2', 'u2', 'disclosure', 2025, 'disclosure-2021', 1)`,
]

/** A database with the world in it. */
export const worldOf = async (open: OpenSchema): Promise<Sql> => {
  const sql = await open()
  await sql.batch(seed.map(text => ({ sql: text })))
  return sql
}

let serial = 0
/** An id that no other call gave. */
const fresh = (prefix: string): string => `${prefix}-${++serial}`

export const heard = (id: string = fresh('in'), chat: string | null = 'telegram:1') => [
  ['telegram', id, now, chat, fresh('try')] as const,
]

type Answer = {
  readonly filing?: string
  readonly member?: string
  readonly person?: string
  readonly chat?: string
  /** The version that is expected to stand, of the filing and of the place alike. */
  readonly version?: number
  readonly state?: string
  readonly keys?: readonly string[]
  readonly value?: number
}

/** What an ordinary answer writes: figures, a line of the audit for each, place, card and two messages. */
export const answer = ({
  filing = 'f1',
  member = 'ann-u1',
  person = 'ann',
  chat = 'telegram:1',
  version = 0,
  state = 'draft',
  keys = ['a'],
  value = 1,
}: Answer = {}): CommitDocument => {
  const [ask, say, card] = [fresh('ask'), fresh('say'), fresh('card')]
  const about = `filing/${filing}`
  const lines = keys.map((key, i) => {
    const n = version * keys.length + i + 1
    return [about, n, now, person, 'telegram', 'set', key, null, `${value}`, `hash-${n}`]
  })
  return {
    now,
    incoming: heard(fresh('in'), chat),
    filings: [[filing, version, state, state, 'disclosure-2021', 1, 1, `${lines.length}:hash`]],
    members: [member],
    audit: lines,
    cells: keys.map(key => [filing, key, value, null, 'typed', person, now, null]),
    standings: [[filing, 7, 3, 1, 0, 0, 'b', now, 'r1']],
    positions: [{ cells: [person, chat, version, about, card, ask], words: ['{"at":"b"}'] }],
    cards: [{ cells: [card, chat, person, about, now], words: ['{}', '[{"label":"go on"}]'] }],
    outbox: [
      {
        cells: [ask, chat, 1, about, 'ask', null, 0, now, 0, now + 60_000],
        words: [`{"words":"${ask} 问"}`],
      },
      {
        cells: [say, chat, 2, about, 'say', null, 0, now, 0, now + 60_000],
        words: [`{"words":"${say} 说"}`],
      },
    ],
  }
}

/** Take the documents in one statement. */
export const take = async (sql: Sql, ...documents: readonly CommitDocument[]): Promise<readonly Taken[]> => {
  const [rows = []] = await sql.batch([roundStatement(documents)])
  return readRound(rows)
}

export const verdicts = async (
  sql: Sql,
  ...documents: readonly CommitDocument[]
): Promise<readonly Verdict[]> => (await take(sql, ...documents)).map(({ verdict }) => verdict)

const tablesOf = async (sql: Sql): Promise<readonly string[]> => {
  const rows = await sql.all(
    `SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'd1_*' ORDER BY 1`,
  )
  return rows.map(({ name }) => String(name))
}

/** All rows of all tables, by table, to compare before and after. */
export const dump = async (sql: Sql): Promise<Readonly<Record<string, readonly Row[]>>> => {
  const all: Record<string, readonly Row[]> = {}
  for (const table of await tablesOf(sql)) all[table] = await sql.all(`SELECT * FROM ${table} ORDER BY 1`)
  return all
}

export const run = (sql: Sql, text: string) => sql.batch([{ sql: text }])

export const count = async (sql: Sql, table: string): Promise<number> =>
  Number((await sql.all(`SELECT count(*) AS n FROM ${table}`))[0]?.n)
