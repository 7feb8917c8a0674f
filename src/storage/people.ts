// People as they are looked up: by an account, with the memberships that stand. Nothing is decided here.

import * as z from 'zod'
import type { People } from '../app/ports/people.ts'
import { roles } from '../district/access.ts'
import { filingId, personId, unitId } from '../engine/filing.ts'
import { obligationId } from '../engine/form.ts'
import { jsonOf, readAs } from './rows.ts'
import type { Sql } from './sql.ts'

const sections = z.array(z.string()).nullable()
const memberRow = z.object({
  person: z.string(),
  name: z.string(),
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  role: z.enum(roles),
  sections: z.string().nullable(),
})
const placeRow = z.object({
  filing: z.string(),
  unit: z.string(),
  unitName: z.string(),
  obligation: z.string(),
  year: z.int(),
  members: z.string(),
})
const members = z.array(z.tuple([z.string(), z.enum(roles), sections]))

export const people = (sql: Sql): People => ({
  personOf: async account => {
    const rows = (await sql.all(membersBehind, [account])).map(row => readAs(memberRow, row, 'membership'))
    const [first] = rows
    if (!first) return null
    return {
      id: personId(first.person),
      name: first.name,
      members: rows.map(({ id, unit, unitName, role, sections: some }) => ({
        ...{ id, unit: unitId(unit), unitName, role },
        sections: some === null ? null : readAs(sections, jsonOf(some), 'membership.sections'),
      })),
    }
  },

  placesOf: async account =>
    (await sql.all(placesBehind, [account])).map(row => {
      const read = readAs(placeRow, row, 'filing')
      const unit = unitId(read.unit)
      return {
        ...{ filing: filingId(read.filing), unitName: read.unitName, year: read.year },
        obligation: obligationId(read.obligation),
        members: readAs(members, jsonOf(read.members), 'membership').map(([id, role, some]) => ({
          ...{ id, unit, role, sections: some },
        })),
      }
    }),
})

const membersBehind = `SELECT p.id AS person, p.name, m.id, m.unit, u.name AS unitName, m.role, m.sections
  FROM account AS a
  JOIN person AS p ON p.id = a.person
  JOIN membership AS m ON m.person = p.id AND m.until IS NULL
  JOIN unit AS u ON u.id = m.unit
  WHERE a.ref = ?1 ORDER BY m.since DESC, m.id`

const placesBehind = `SELECT f.id AS filing, f.unit, u.name AS unitName, f.obligation, f.year,
    json_group_array(json_array(m.id, m.role, json(m.sections))) AS members
  FROM account AS a
  JOIN membership AS m ON m.person = a.person AND m.until IS NULL
  JOIN unit AS u ON u.id = m.unit
  JOIN filing AS f ON f.unit = m.unit
  WHERE a.ref = ?1 AND f.year = (
    SELECT max(newest.year) FROM filing AS newest WHERE newest.unit = f.unit AND newest.obligation = f.obligation)
  GROUP BY f.id ORDER BY u.place, u.rowid, f.obligation`
