// Units, their filings and invitations: rare writes, of an administrator and not of a conversation.

import * as z from 'zod'
import type { ListedUnit, Registry } from '../app/ports/registry.ts'
import { filingId, personId, unitId } from '../engine/filing.ts'
import { formId, obligationId } from '../engine/form.ts'
import { isFault } from '../faults.ts'
import { contentStatements, insertFiling } from './import-filing.ts'
import { level, readAs, readPowers, standing } from './rows.ts'
import type { Sql } from './sql.ts'

const unitRow = z.object({ unit: z.string(), name: z.string(), level, powers: z.string() })
const filingRow = z.object({ id: z.string(), obligation: z.string(), form: z.string(), year: z.int() })
const invitationRow = z.object({
  unit: z.string(),
  filing: z.string(),
  expiresAt: z.int(),
  name: z.string().nullable(),
  person: z.string().nullable(),
})

export const registry = (sql: Sql): Registry => ({
  addUnit: async unit => {
    await sql.batch([
      {
        sql: `INSERT INTO unit (id, name, level, powers) VALUES (?1, ?2, ?3, ?4)
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, level = excluded.level, powers = excluded.powers`,
        params: [unit.id, unit.name, unit.level, JSON.stringify(unit.powers)],
      },
    ])
  },

  removeUnits: async ids => {
    const params = [JSON.stringify(ids)]
    await sql.batch(
      [leftMail, leftPeople, 'DELETE FROM unit WHERE id IN (SELECT value FROM json_each(?1))'].map(sql => ({
        sql,
        params,
      })),
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

  openFiling: async filing => {
    const opened = async () => {
      const [row] = await sql.all('SELECT id FROM filing WHERE unit = ?1 AND obligation = ?2 AND year = ?3', [
        filing.unit,
        filing.obligation,
        filing.year,
      ])
      return row && filingId(String(row.id))
    }
    const known = await opened()
    if (known) return known
    try {
      await sql.batch([insertFiling(filing), ...contentStatements(filing)])
      return filing.id
    } catch (error) {
      const other = isFault(error, 'database-refused') && (await opened()) // opened by somebody else meanwhile
      if (other) return other
      throw error
    }
  },

  invite: async (hash, { unit, filing, expiresAt, name = null, person = null }) => {
    await sql.batch([
      {
        sql: `INSERT INTO invitation (hash, unit, filing, expires_at, name, person)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
        params: [hash, unit, filing, expiresAt, name, person],
      },
    ])
  },

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

const filingOf = (row: Readonly<Record<string, unknown>>) => {
  const { id, obligation, form, year } = readAs(filingRow, row, 'filing')
  return {
    id: filingId(id),
    obligation: obligationId(obligation),
    form: formId(form),
    year,
    standing: row.state === null ? null : readAs(standing, row, 'standing'),
  }
}

const listed = `SELECT u.id AS unit, u.name, u.level, u.powers, f.id, f.obligation, f.form, f.year,
    s.state, s.open, s.errors, s.next_cell AS next, s.touched_at AS touchedAt
  FROM unit AS u LEFT JOIN filing AS f ON f.unit = u.id LEFT JOIN standing AS s ON s.filing = f.id
  ORDER BY u.rowid, f.year, f.obligation`

const leftPersons = `SELECT m.person FROM membership AS m WHERE m.unit IN (SELECT value FROM json_each(?1))
  AND NOT EXISTS (SELECT 1 FROM membership AS other
    WHERE other.person = m.person AND other.unit NOT IN (SELECT value FROM json_each(?1)))`
const leftMail = `DELETE FROM outbox WHERE chat IN (SELECT chat FROM focus WHERE person IN (${leftPersons}))`
const leftPeople = `DELETE FROM person WHERE id IN (${leftPersons})`

const openInvitation = `SELECT unit, filing, expires_at AS expiresAt, name, person FROM invitation
  WHERE hash = ?1 AND taken_by IS NULL AND expires_at > ?2`
