// The audit as a whole: its chains, their lines and ends. It reads them and never judges.

import * as z from 'zod'
import type { Audits } from '../app/ports/audits.ts'
import { personId } from '../engine/filing.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

export const audits = (sql: Sql): Audits => ({
  chains: async () => (await sql.all(allChains)).map(row => readAs(chain, row, 'audit')),

  lines: async (scope, after, limit) =>
    (await sql.all(linesBehind, [scope, after, limit])).map(row => {
      const { by, ...rest } = readAs(line, row, 'audit')
      return { ...rest, by: personId(by) }
    }),

  endsAt: async at => (await sql.all(endsAt, [at])).map(row => readAs(end, row, 'audit')),

  heads: async () =>
    (await sql.all('SELECT at, digest, count FROM heads ORDER BY at')).map(row => readAs(head, row, 'heads')),

  saveHead: async ({ at, digest, count }) => {
    const params = [at, digest, count]
    await sql.batch([{ sql: 'INSERT INTO heads (at, digest, count) VALUES (?1, ?2, ?3)', params }])
  },

  missingRefusals: async () => {
    const rows = await sql.all(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'`)
    const standing = new Set(rows.map(({ name }) => name))
    return refusals.filter(name => !standing.has(name))
  },
})

/** Triggers of migrations/. */
const refusals = ['audit_goes_on', 'audit_is_not_changed', 'audit_is_not_deleted']

const chain = z.object({ scope: z.string(), head: z.string().nullable() })
const end = z.object({ scope: z.string(), n: z.int(), hash: z.string() })
const head = z.object({ at: z.int(), digest: z.string(), count: z.int() })
const line = z.object({
  n: z.int(),
  at: z.int(),
  by: z.string(),
  channel: z.string(),
  what: z.enum(['set', 'cleared', 'wrote']),
  cell: z.string(),
  old: z.string().nullable(),
  new: z.string().nullable(),
  hash: z.string(),
})

const allChains = `SELECT scope, max(head) AS head FROM (
    SELECT 'filing/' || id AS scope, audit_head AS head FROM filing WHERE audit_head <> ''
    UNION ALL SELECT 'unit/' || id, audit_head FROM unit WHERE audit_head <> ''
    UNION ALL SELECT 'root', audit_head FROM root WHERE audit_head <> ''
    UNION ALL SELECT DISTINCT a.scope, iif(a.scope GLOB 'filing/*', (SELECT '' FROM filing WHERE id = substr(a.scope, 8)),
      iif(a.scope GLOB 'unit/*', (SELECT '' FROM unit WHERE id = substr(a.scope, 6)), '')) FROM audit AS a)
  GROUP BY scope ORDER BY scope`

const linesBehind = `SELECT n, at, "by", channel, what, about AS cell, old, new, hash FROM audit
  WHERE scope = ?1 AND n > ?2 ORDER BY n LIMIT ?3`

/** The columns beside the greatest number are of its row. */
const endsAt = 'SELECT scope, max(n) AS n, hash FROM audit WHERE at <= ?1 GROUP BY scope ORDER BY scope'
