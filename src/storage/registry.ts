// Units, their filings and invitations: rare writes, of an administrator and not of a conversation.

import * as z from 'zod'
import type { ListedUnit, Membership, Registry } from '../app/ports/registry.ts'
import { roles } from '../district/access.ts'
import { filingId, personId, unitId } from '../engine/filing.ts'
import { formId, obligationId } from '../engine/form.ts'
import { fault } from '../faults.ts'
import { batchWithLines } from './chains.ts'
import { replacement } from './commit.ts'
import { roundStatement } from './round.ts'
import { level, readAs, readPowers, standing } from './rows.ts'
import type { Sql } from './sql.ts'

const unitRow = z.object({ unit: z.string(), name: z.string(), level, powers: z.string() })
const filingRow = z.object({ id: z.string(), obligation: z.string(), form: z.string(), year: z.int() })
const role = z.enum(roles)
const memberRow = z.object({ id: z.string(), person: z.string(), unit: z.string(), role, since: z.int() })
const invitationRow = z.object({
  unit: z.string(),
  role,
  filing: z.string(),
  expiresAt: z.int(),
  name: z.string().nullable(),
  person: z.string().nullable(),
})

export const registry = (sql: Sql): Registry => ({
  addUnit: (unit, chains = []) =>
    batchWithLines(sql, chains, [
      {
        sql: `INSERT INTO unit (id, name, level, powers) VALUES (?1, ?2, ?3, ?4)
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, level = excluded.level, powers = excluded.powers`,
        params: [unit.id, unit.name, unit.level, JSON.stringify(unit.powers)],
      },
    ]),

  removeUnits: (ids, chains = []) => {
    const params = [JSON.stringify(ids)]
    const gone = 'DELETE FROM unit WHERE id IN (SELECT value FROM json_each(?1))'
    return batchWithLines(
      sql,
      chains,
      [leftMail, leftPeople, gone].map(text => ({ sql: text, params })),
    )
  },

  units: async () => {
    const found = new Map<string, ListedUnit>()
    for (const row of await sql.all(listed)) {
      const { unit, name, level, powers } = readAs(unitRow, row, 'unit')
      const known = found.get(unit) ?? {
        ...{ id: unitId(unit), name, level, powers: readPowers(powers) },
        filings: [],
      }
      found.set(unit, row.id === null ? known : { ...known, filings: [...known.filings, filingOf(row)] })
    }
    return [...found.values()]
  },

  placeUnit: (unit, parent, chains = []) => {
    const params = [unit, parent]
    return batchWithLines(
      sql,
      chains,
      [placed, leftAbove, newAbove].map(text => ({ sql: text, params })),
    )
  },

  openFiling: async (filing, chain) => {
    const { rows, ...rest } = replacement({ filing, expected: null, chain })
    await sql.batch([roundStatement([{ now: 0, ...rest, ...rows }])])
    const [row] = await sql.all(opened, [filing.unit, filing.obligation, filing.year])
    if (!row) throw fault('row-unreadable', 'filing')
    return filingId(String(row.id))
  },

  members: async unit =>
    (await sql.all(membersOf, [unit])).map(row => memberIn(readAs(memberRow, row, 'membership'))),

  endMembership: (id, at, chains = []) =>
    batchWithLines(sql, chains, [
      { sql: cancelMail, params: [id] },
      { sql: 'UPDATE membership SET until = ?2 WHERE id = ?1 AND until IS NULL', params: [id, at] },
    ]),

  invite: (hash, { unit, role = 'filler', filing, expiresAt, name = null, person = null }, chains = []) =>
    batchWithLines(sql, chains, [
      {
        sql: `INSERT INTO invitation (hash, unit, role, filing, expires_at, name, person)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
        params: [hash, unit, role, filing, expiresAt, name, person],
      },
    ]),

  invitation: async (hash, now) => {
    const [row] = await sql.all(openInvitation, [hash, now])
    if (!row) return null
    const { unit, filing, person, ...rest } = readAs(invitationRow, row, 'invitation')
    return {
      unit: unitId(unit),
      filing: filingId(filing),
      person: person === null ? null : personId(person),
      ...rest,
    }
  },
})

const memberIn = ({ id, person, unit, role, since }: z.infer<typeof memberRow>): Membership => ({
  id,
  person: personId(person),
  unit: unitId(unit),
  role,
  since,
})

const filingOf = (row: Readonly<Record<string, unknown>>) => {
  const { id, obligation, form, year } = readAs(filingRow, row, 'filing')
  return {
    id: filingId(id),
    obligation: obligationId(obligation),
    form: formId(form),
    year,
    standing: row.touchedAt === null ? null : readAs(standing, row, 'standing'),
  }
}

const opened = 'SELECT id FROM filing WHERE unit = ?1 AND obligation = ?2 AND year = ?3'

const listed = `SELECT u.id AS unit, u.name, u.level, u.powers, f.id, f.obligation, f.form, f.year,
    s.state, s.open, s.errors, s.next, s.touched_at AS touchedAt
  FROM unit AS u LEFT JOIN filing AS f ON f.unit = u.id LEFT JOIN standing AS s ON s.filing = f.id
  ORDER BY u.rowid, f.year, f.obligation`

const membersOf = `SELECT id, person, unit, role, since FROM membership
  WHERE unit = ?1 AND until IS NULL ORDER BY since, id`

const placed = 'UPDATE unit SET parent = ?2 WHERE id = ?1'

/** The unit and all below it, by the parents as they stand now. */
const subtree = `WITH RECURSIVE below (unit) AS (
    SELECT ?1 UNION SELECT u.id FROM below AS b JOIN unit AS u ON u.parent = b.unit)`
/** The parent is named, so that both statements take the same parameters. */
const leftAbove = `${subtree} DELETE FROM unit_above WHERE unit IN (SELECT unit FROM below) AND ?2 IS ?2`
const newAbove = `${subtree}, line (unit, ancestor) AS (
    SELECT b.unit, u.parent FROM below AS b JOIN unit AS u ON u.id = b.unit WHERE u.parent IS NOT NULL
    UNION SELECT l.unit, u.parent FROM line AS l JOIN unit AS u ON u.id = l.ancestor WHERE u.parent IS NOT NULL)
  INSERT INTO unit_above (unit, ancestor) SELECT unit, ancestor FROM line WHERE ?2 IS ?2`

/** Waiting mail about the filings of the unit and of those below it, in the chats of a person who has no other right. */
const cancelMail = `UPDATE outbox SET state = 'cancelled', lease_until = NULL
  FROM membership AS m
  WHERE m.id = ?1 AND outbox.state = 'queued'
    AND outbox.chat IN (SELECT p.chat FROM position AS p WHERE p.person = m.person
      UNION SELECT r.chat FROM reach AS r WHERE r.person = m.person)
    AND outbox.about IN (SELECT 'filing/' || f.id FROM filing AS f
      WHERE f.unit = m.unit OR f.unit IN (SELECT a.unit FROM unit_above AS a WHERE a.ancestor = m.unit))
    AND NOT EXISTS (SELECT 1 FROM membership AS other
      WHERE other.person = m.person AND other.unit = m.unit AND other.until IS NULL AND other.id <> m.id)`

const leftPersons = `SELECT m.person FROM membership AS m WHERE m.unit IN (SELECT value FROM json_each(?1))
  AND NOT EXISTS (SELECT 1 FROM membership AS other
    WHERE other.person = m.person AND other.unit NOT IN (SELECT value FROM json_each(?1)))`
const leftMail = `DELETE FROM outbox WHERE chat IN (SELECT chat FROM position WHERE person IN (${leftPersons}))`
const leftPeople = `DELETE FROM person WHERE id IN (${leftPersons})`

const openInvitation = `SELECT unit, role, filing, expires_at AS expiresAt, name, person FROM invitation
  WHERE hash = ?1 AND taken_by IS NULL AND revoked_at IS NULL AND expires_at > ?2`
