// The audit as a whole: its chains, their lines and ends. It reads them and never judges.

import * as z from 'zod'
import type { AuditHead, Audits } from '../app/ports/audits.ts'
import { capacities, signingWays } from '../app/ports/life-rows.ts'
import { personId } from '../engine/filing.ts'
import { batchWithLines } from './chains.ts'
import { jsonOf, readAs } from './rows.ts'
import type { Row, Sql, Statement } from './sql.ts'

export const audits = (sql: Sql): Audits => ({
  chains: async () => (await sql.all(allChains)).map(row => readAs(chain, row, 'audit')),

  addLines: recorded => batchWithLines(sql, recorded, []),

  lines: async (scope, after, limit) =>
    (await sql.all(linesBehind, [scope, after, limit])).map(row => {
      const { by, ...rest } = readAs(line, row, 'audit')
      return { ...rest, by: personId(by) }
    }),

  headsOf: async scopes => {
    const rows = await sql.all(headsIn, [JSON.stringify(scopes)])
    return rows.map(row => readAs(headIn, row, 'audit').head)
  },

  ends: async () => (await sql.all(lastLines)).map(row => readAs(end, row, 'audit')),

  linesAt: async places => {
    const rows = await sql.all(linesIn, [JSON.stringify(places.map(({ scope, n }) => [scope, n]))])
    return rows.map(row => readAs(end, row, 'audit'))
  },

  heads: async () => (await sql.all(`${allHeads} ORDER BY at`)).map(headOf),

  lastHead: async () => {
    const [row] = await sql.all(`${allHeads} ORDER BY at DESC LIMIT 1`)
    return row ? headOf(row) : null
  },

  saveHead: async head => {
    await sql.batch([headStatement(head)])
  },

  signOffs: async () => (await sql.all(allSignOffs)).map(row => readAs(signOff, row, 'sign_off')),

  missingRefusals: async () => {
    const rows = await sql.all(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('audit', 'heads')`,
    )
    const standing = new Set(rows.map(({ name }) => name))
    return refusals.filter(name => !standing.has(name))
  },
})

export const headStatement = ({ at, digest, count, ends }: AuditHead): Statement => ({
  sql: saveHead,
  params: [at, digest, count, JSON.stringify(ends.map(({ scope, n }) => [scope, n]))],
})

const headOf = (row: Row): AuditHead => {
  const { ends, ...rest } = readAs(head, row, 'heads')
  const places = readAs(z.array(z.tuple([z.string(), z.int()])), jsonOf(ends), 'heads.ends')
  return { ...rest, ends: places.map(([scope, n]) => ({ scope, n })) }
}

/** Triggers of migrations/. */
const refusals = [
  ...['audit_goes_on', 'audit_is_not_changed', 'audit_is_not_deleted'],
  ...['heads_go_on', 'heads_are_not_changed', 'heads_are_not_deleted'],
]

const chain = z.object({ scope: z.string(), head: z.string().nullable() })
const end = z.object({ scope: z.string(), n: z.int(), hash: z.string() })
const headIn = z.object({ head: z.string() })
const head = z.object({ at: z.int(), digest: z.string(), count: z.int(), ends: z.string() })
const line = z.object({
  n: z.int(),
  at: z.int(),
  by: z.string(),
  channel: z.string(),
  what: z.string(),
  about: z.string(),
  old: z.string().nullable(),
  new: z.string().nullable(),
  hash: z.string(),
})

const signOff = z.object({
  scope: z.string(),
  id: z.string(),
  who: z.string(),
  capacity: z.enum(capacities),
  way: z.enum(signingWays),
  signedOn: z.string(),
  number: z.string().nullable(),
  isUnderAuthority: z.int().transform(value => value === 1),
})

const allChains = `SELECT scope, max(head) AS head FROM (
    SELECT 'filing/' || id AS scope, audit_head AS head FROM filing WHERE audit_head <> ''
    UNION ALL SELECT 'unit/' || id, audit_head FROM unit WHERE audit_head <> ''
    UNION ALL SELECT 'root', audit_head FROM root WHERE audit_head <> ''
    UNION ALL SELECT DISTINCT a.scope, iif(a.scope GLOB 'filing/*', (SELECT '' FROM filing WHERE id = substr(a.scope, 8)),
      iif(a.scope GLOB 'unit/*', (SELECT '' FROM unit WHERE id = substr(a.scope, 6)), '')) FROM audit AS a)
  GROUP BY scope ORDER BY scope`

const linesBehind = `SELECT n, at, "by", channel, what, about, old, new, hash FROM audit
  WHERE scope = ?1 AND n > ?2 ORDER BY n LIMIT ?3`

/** The columns beside the greatest number are of its row. */
const lastLines = 'SELECT scope, max(n) AS n, hash FROM audit GROUP BY scope ORDER BY scope'

const linesIn = `SELECT a.scope, a.n, a.hash FROM json_each(?1) AS j
  JOIN audit AS a ON a.scope = j.value ->> 0 AND a.n = j.value ->> 1 ORDER BY a.scope`

const allSignOffs = `SELECT 'filing/' || filing AS scope, id, who, capacity, way, signed_on AS signedOn, number,
    under_authority AS isUnderAuthority FROM sign_off ORDER BY filing, at, rowid`

const headsIn = `SELECT coalesce(iif(j.value = 'root', (SELECT audit_head FROM root),
    iif(j.value GLOB 'unit/*', (SELECT audit_head FROM unit WHERE id = substr(j.value, 6)),
      (SELECT audit_head FROM filing WHERE id = substr(j.value, 8)))), '') AS head
  FROM json_each(?1) AS j ORDER BY j.key`

const allHeads = 'SELECT at, digest, count, ends FROM heads'

const saveHead = 'INSERT INTO heads (at, digest, count, ends) VALUES (?1, ?2, ?3, ?4)'
