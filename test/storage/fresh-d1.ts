// A fresh D1 for each test, inside real workerd. The schema takes ten times as long as its rows: while a test has left it
// as it was, only the rows go.

import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { d1 } from '../../src/storage/d1.ts'
import type { Sql } from '../../src/storage/sql.ts'

type Schema = {
  readonly written: string
  /** What brings every table back to its rows of the migration. */
  readonly restore: readonly D1PreparedStatement[]
}

let pristine: Schema | undefined

export const freshD1 = async (): Promise<Sql> => {
  if (pristine && (await written()) === pristine.written) await env.DB.batch([...pristine.restore])
  else {
    await reset()
    await applyD1Migrations(env.DB, env.MIGRATIONS)
    pristine = { written: await written(), restore: await restoring() }
  }
  return d1(env.DB)
}

const ours = `name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'd1_*'`

/** The whole schema in the words in which it was made. */
const written = async (): Promise<string> => {
  const { results } = await env.DB.prepare(
    `SELECT type, name, sql FROM sqlite_schema WHERE ${ours} ORDER BY type, name`,
  ).all()
  return JSON.stringify(results)
}

/** Rows that refuse to go are taken without the triggers that refuse it, which are made again. */
const restoring = async (): Promise<readonly D1PreparedStatement[]> => {
  const { results } = await env.DB.prepare(
    `SELECT type, name, sql FROM sqlite_schema WHERE ${ours} AND (type = 'table' OR (
      type = 'trigger' AND sql GLOB '*BEFORE DELETE ON*'))`,
  ).all<{ readonly type: string; readonly name: string; readonly sql: string }>()
  const tables = results.filter(({ type }) => type === 'table')
  const triggers = results.filter(({ type }) => type === 'trigger')
  const rows: string[] = []
  for (const { name } of tables) {
    const found = await env.DB.prepare(`SELECT * FROM ${name}`).all<Record<string, unknown>>()
    for (const row of found.results) {
      const values = Object.values(row).map(value => (value === null ? 'NULL' : `'${value}'`))
      rows.push(`INSERT INTO ${name} (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`)
    }
  }
  return [
    'PRAGMA defer_foreign_keys = ON',
    ...triggers.map(({ name }) => `DROP TRIGGER ${name}`),
    ...tables.map(({ name }) => `DELETE FROM ${name}`),
    ...rows,
    ...triggers.map(({ sql }) => sql),
  ].map(sql => env.DB.prepare(sql))
}
