// The ground on which a person stands to a filing: the rows of their rights, read and not judged.

import * as z from 'zod'
import type { Conversations, Ground } from '../app/ports/conversations.ts'
import { type Member, roles } from '../district/access.ts'
import { filingStates } from '../district/lifecycle.ts'
import { type UnitId, unitId } from '../engine/filing.ts'
import { jsonOf, readAs } from './rows.ts'
import type { Sql } from './sql.ts'

/** Whether the membership `m` is in this unit (a column: `f.unit`), or in one above it. */
export const reaches = (m: string, unit: string): string =>
  `(${m}.unit = ${unit} OR EXISTS (
      SELECT 1 FROM unit_above AS above WHERE above.unit = ${unit} AND above.ancestor = ${m}.unit))`

/** The memberships of a person in a unit and in those above it, as JSON for `readMembers`. */
export const membersAbove = (person: string, unit: string): string =>
  `(SELECT json_group_array(json_array(m.id, m.unit, m.role, json(m.sections)))
      FROM membership AS m
      WHERE m.person = ${person} AND m.until IS NULL AND ${reaches('m', unit)})`

/** The units above a unit, as JSON for `readAbove`. */
export const unitsAbove = (unit: string): string =>
  `(SELECT json_group_array(a.ancestor) FROM unit_above AS a WHERE a.unit = ${unit})`

/** The columns of the ground, for a query in which the person is called `p` and the filing `f`. */
export const groundColumns = `f.unit, f.state,
    ${membersAbove('p.id', 'f.unit')} AS members,
    ${unitsAbove('f.unit')} AS above`

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

export const readMembers = (json: string): readonly Member[] =>
  readAs(members, jsonOf(json), 'membership').map(([id, unit, role, sections]) => ({
    id,
    unit: unitId(unit),
    role,
    sections,
  }))

export const readAbove = (json: string): readonly UnitId[] =>
  readAs(above, jsonOf(json), 'unit_above').map(unitId)

export const groundOf = (row: z.infer<z.ZodObject<typeof groundShape>>): Ground => ({
  members: readMembers(row.members),
  unit: unitId(row.unit),
  above: readAbove(row.above),
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
