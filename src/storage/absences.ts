// Absences: rows of days, and who fills in for a unit.

import * as z from 'zod'
import type { Absences } from '../app/ports/absences.ts'
import { personId, unitId } from '../engine/filing.ts'
import { batchWithLines } from './chains.ts'
import { mailRows } from './commit.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

const absenceRow = z.object({
  ...{ person: z.string().transform(personId), unit: z.string().transform(unitId) },
  ...{ since: z.string(), until: z.string() },
  substitute: z
    .string()
    .nullable()
    .transform(id => (id === null ? null : personId(id))),
})
const fillerRow = z.object({
  ...{ person: z.string().transform(personId), name: z.string(), member: z.string() },
  chat: z.string().nullable(),
})

export const absences = (sql: Sql): Absences => ({
  absencesOf: async (unit, today) =>
    (await sql.all(ofUnit, [unit, today])).map(row => readAs(absenceRow, row, 'absence')),

  fillersOf: async unit => (await sql.all(fillers, [unit])).map(row => readAs(fillerRow, row, 'membership')),

  recordAbsence: ({ person, unit, since, until, substitute }, { joins, mail, at }, recorded, seen) =>
    batchWithLines(
      sql,
      {
        ...recorded,
        seen,
        lists: { outbox: mailRows({ outbox: mail, incoming: { at }, filings: [] }, null) },
      },
      [
        ...(joins === null || substitute === null
          ? []
          : [{ sql: joined, params: [joins, substitute, unit, at] }]),
        { sql: met, params: [person, unit, since, until] },
        { sql: recordedRow, params: [person, unit, since, until, substitute] },
      ],
    ),

  endAbsences: ({ person, unit, from }, { outbox, at }, recorded) =>
    batchWithLines(
      sql,
      { ...recorded, lists: { outbox: mailRows({ outbox, incoming: { at }, filings: [] }, null) } },
      [
        { sql: notBegun, params: [person, unit, from] },
        { sql: cut, params: [person, unit, from] },
      ],
    ),
})

const ofUnit = `SELECT person, unit, since, until, substitute FROM absence
  WHERE unit = ?1 AND until >= ?2 ORDER BY since, person`

const fillers = `SELECT p.id AS person, p.name, m.id AS member, (
    SELECT r.chat FROM reach AS r WHERE r.person = p.id ORDER BY r.since DESC LIMIT 1) AS chat
  FROM membership AS m JOIN person AS p ON p.id = m.person
  WHERE m.unit = ?1 AND m.role = 'filler' AND m.sections IS NULL AND m.until IS NULL ORDER BY m.since, m.id`

const joined = `INSERT INTO membership (id, person, unit, role, since) VALUES (?1, ?2, ?3, 'filler', ?4)`

const met = 'DELETE FROM absence WHERE person = ?1 AND unit = ?2 AND since <= ?4 AND until >= ?3'

const recordedRow = 'INSERT INTO absence (person, unit, since, until, substitute) VALUES (?1, ?2, ?3, ?4, ?5)'

const notBegun = 'DELETE FROM absence WHERE person = ?1 AND unit = ?2 AND since >= ?3'

const cut = `UPDATE absence SET until = date(?3, '-1 day') WHERE person = ?1 AND unit = ?2 AND until >= ?3`
