// The ground on which a person stands to a filing: the rows of their rights, read and not judged.

import * as z from 'zod'
import type { Conversations, Ground } from '../app/ports/conversations.ts'
import { roles } from '../district/access.ts'
import { filingStates } from '../district/lifecycle.ts'
import { unitId } from '../engine/filing.ts'
import { jsonOf, readAs } from './rows.ts'
import type { Sql } from './sql.ts'

/** Whether the membership `m` is in the unit of the filing `f`, or in one above it. */
export const reaches = (m: string, f: string): string =>
  `(${m}.unit = ${f}.unit OR EXISTS (
      SELECT 1 FROM unit_above AS above WHERE above.unit = ${f}.unit AND above.ancestor = ${m}.unit))`

/** The columns of the ground, for a query in which the person is called `p` and the filing `f`. */
export const groundColumns = `f.unit, f.state,
    (SELECT json_group_array(json_array(m.id, m.unit, m.role, json(m.sections)))
      FROM membership AS m
      WHERE m.person = p.id AND m.until IS NULL AND ${reaches('m', 'f')}) AS members,
    (SELECT json_group_array(a.ancestor) FROM unit_above AS a WHERE a.unit = f.unit) AS above`

/** A row that was read with `groundColumns`. */
export const groundShape = {
  unit: z.string(),
  state: z.enum(filingStates),
  members: z.string(),
  above: z.string(),
}

const members = z.array(
  z.tuple([z.string(), z.string(), z.enum(roles), z.array(z.string()).nullable()]).readonly(),
)
const above = z.array(z.string())

export const groundOf = (row: z.infer<z.ZodObject<typeof groundShape>>): Ground => ({
  members: readAs(members, jsonOf(row.members), 'membership').map(([id, unit, role, sections]) => ({
    id,
    unit: unitId(unit),
    role,
    sections,
  })),
  unit: unitId(row.unit),
  above: readAs(above, jsonOf(row.above), 'unit_above').map(unitId),
  state: row.state,
})

export const readGround =
  (sql: Sql): Conversations['ground'] =>
  async (account, filing) => {
    const [row] = await sql.all(groundHere, [account, filing])
    const ground = row ? groundOf(readAs(z.object(groundShape), row, 'membership')) : null
    return ground && ground.members.length > 0 ? ground : null
  }

const groundHere = `SELECT ${groundColumns}
  FROM account AS a
  JOIN person AS p ON p.id = a.person
  JOIN filing AS f ON f.id = ?2
  WHERE a.ref = ?1`
