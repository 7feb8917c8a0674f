// The port over D1: batch() is atomic there, and BEGIN is refused. It knows no table of ours.

import type { D1Database, D1DatabaseSession } from '@cloudflare/workers-types'
import { fault } from '../faults.ts'
import type { Param, Row, Sql } from './sql.ts'
import { lackIn, statementName } from './statement-name.ts'

/** The port over a D1 binding. */
export const d1 = (database: D1Database): Sql => {
  // A new session each time: its first query goes to the primary, so a loser reads what the winner wrote.
  const session = (): D1Database | D1DatabaseSession =>
    typeof database.withSession === 'function' ? database.withSession('first-primary') : database
  return {
    sharing: 1,
    all: async (sql, params = []) => {
      const { results } = await session()
        .prepare(sql)
        .bind(...params)
        .all<Row>()
        .catch(failAt(sql))
      return results
    },
    batch: async statements => {
      const to = session()
      const bound = statements.map(({ sql, params = [] }: { sql: string; params?: readonly Param[] }) =>
        to.prepare(sql).bind(...params),
      )
      const results = await to.batch<Row>(bound).catch(failAt(statements[0]?.sql ?? ''))
      return results.map(result => result.results)
    },
  }
}

/** D1 says `D1_ERROR: <the schema's words>: SQLITE_CONSTRAINT…`. Trouble that is not the SQL's fault may pass. */
const failAt =
  (sql: string) =>
  (error: unknown): never => {
    const said = error instanceof Error ? error.message : ''
    const refused = /^(?:D1_ERROR: )?(.*?): SQLITE_CONSTRAINT/s.exec(said)
    if (refused) throw fault('database-refused', refused[1])
    const code = /\bSQLITE_[A-Z]+|D1_TYPE_ERROR/.exec(said)?.[0] ?? 'd1'
    const detail = [code, lackIn(said), statementName(sql)].filter(word => word !== '').join(', ')
    const isOurs = /SQLITE_(ERROR|MISMATCH|RANGE|TOOBIG)|D1_TYPE_ERROR|Wrong number of parameter/.test(said)
    throw fault(isOurs ? 'statement-failed' : 'database-unavailable', detail, error)
  }
