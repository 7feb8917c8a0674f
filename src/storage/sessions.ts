// Sessions of browsers, and the links that let them in: only hashes of tokens and codes are known here.

import * as z from 'zod'
import type { Sessions } from '../app/ports/sessions.ts'
import { roles } from '../district/access.ts'
import { filingId, personId, unitId } from '../engine/filing.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

const row = z.object({ hash: z.string(), account: z.string(), since: z.int(), expiresAt: z.int() })
const takenRow = z.object({
  unit: z.string(),
  role: z.enum(roles),
  filing: z.string().nullable(),
  person: z.string(),
  name: z.string(),
  takenAt: z.int(),
  takenWith: z.string().nullable(),
  member: z.string(),
})

export const sessions = (sql: Sql): Sessions => ({
  renewSession: async (hash, expiresAt) => {
    const sets = 'UPDATE session SET expires_at = ?2 WHERE hash = ?1 RETURNING hash'
    const [rows = []] = await sql.batch([{ sql: sets, params: [hash, expiresAt] }])
    return rows.length > 0
  },

  session: async (hash, now) => {
    const [found] = await sql.all(
      'SELECT hash, account, since, expires_at AS expiresAt FROM session WHERE hash = ?1 AND expires_at > ?2',
      [hash, now],
    )
    return found ? readAs(row, found, 'session') : null
  },

  endSession: async hash => {
    await sql.batch([{ sql: 'DELETE FROM session WHERE hash = ?1', params: [hash] }])
  },

  takenInvitation: async hash => {
    const [found] = await sql.all(taken, [hash])
    if (!found) return null
    const { unit, filing, person, name, ...rest } = readAs(takenRow, found, 'invitation')
    return {
      ...rest,
      unit: unitId(unit),
      filing: filing === null ? null : filingId(filing),
      person: { id: personId(person), name },
    }
  },
})

const taken = `SELECT v.unit, v.role, v.filing, v.taken_by AS person, p.name, v.taken_at AS takenAt,
    v.taken_with AS takenWith, m.id AS member
  FROM invitation AS v
  JOIN person AS p ON p.id = v.taken_by
  JOIN membership AS m ON m.person = p.id AND m.unit = v.unit AND m.role = v.role AND m.until IS NULL
  WHERE v.hash = ?1 AND v.revoked_at IS NULL`
