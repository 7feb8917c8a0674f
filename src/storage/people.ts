// People as they are looked up: by an account, with the memberships that stand. Nothing is decided here.

import * as z from 'zod'
import type { ListedPerson, NamedMember, People } from '../app/ports/people.ts'
import { sessionLasts } from '../app/ports/sessions.ts'
import { roles } from '../district/access.ts'
import { filingId, personId, unitId } from '../engine/filing.ts'
import { formId } from '../engine/form.ts'
import { batchWithLines } from './chains.ts'
import { erasingPerson } from './erase-person.ts'
import { endingMembership } from './registry.ts'
import { jsonOf, readAs } from './rows.ts'
import type { Sql } from './sql.ts'

const sections = z.array(z.string()).nullable()
export const memberRow = z.object({
  person: z.string(),
  name: z.string(),
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  role: z.enum(roles),
  sections: z.string().nullable(),
})
const overseerRow = z.object({ member: z.string(), unit: z.string(), chat: z.string() })
const nameRow = z.object({ id: z.string(), name: z.string() })
const placeRow = z.object({
  filing: z.string(),
  unit: z.string(),
  unitName: z.string(),
  form: z.string(),
  year: z.int(),
  members: z.string(),
})
const members = z.array(z.tuple([z.string(), z.enum(roles), sections]))

const everRow = z.object({
  ...{ id: z.string(), name: z.string(), chat: z.string().nullable() },
  ...{ members: z.string(), units: z.string() },
})
const everMembers = z.array(z.tuple([z.string(), z.string(), z.enum(roles)]))

const listedRow = memberRow.extend({ since: z.int(), devices: z.string() })
const devices = z.array(z.tuple([z.string(), z.int().nullable(), z.int().nullable()]))

export const people = (sql: Sql): People => ({
  people: async now => {
    const found = new Map<string, ListedPerson>()
    for (const row of await sql.all(everybody, [now])) {
      const read = readAs(listedRow, row, 'membership')
      const known = found.get(read.person) ?? {
        ...{ id: personId(read.person), name: read.name, members: [] },
        devices: readAs(devices, jsonOf(read.devices), 'session').map(([channel, since, expiresAt]) => ({
          channel,
          session: since === null || expiresAt === null ? null : { since, usedAt: expiresAt - sessionLasts },
        })),
      }
      const member = { ...memberIn(read), since: read.since }
      found.set(read.person, { ...known, members: [...known.members, member] })
    }
    return [...found.values()]
  },

  endPerson: ({ person, members: ended, endsSessions, at }, recorded, seen) =>
    batchWithLines(sql, { ...recorded, seen }, [
      ...ended.flatMap(id => endingMembership(id, at)),
      ...(endsSessions
        ? [
            ...[endedSessions, takenNoMore].map(text => ({ sql: text, params: [person] })),
            { sql: ownNoMore, params: [person, at] },
          ]
        : []),
    ]),

  personsNamed: async named =>
    (await sql.all(ever, [named])).map(row => {
      const { id, name, chat, members: json, units } = readAs(everRow, row, 'person')
      return {
        ...{ id: personId(id), name, chat },
        members: readAs(everMembers, jsonOf(json), 'membership').map(([member, unit, role]) => ({
          ...{ id: member, unit: unitId(unit), role },
        })),
        units: readAs(z.array(z.string()), jsonOf(units), 'membership').map(unitId),
      }
    }),

  addMember: ({ id, person, unit, role, at }, recorded, seen) =>
    batchWithLines(sql, { ...recorded, seen }, [{ sql: addedMember, params: [id, person, unit, role, at] }]),

  erasePerson: ({ person, members, at }, recorded, seen) =>
    batchWithLines(sql, { ...recorded, seen }, [
      ...members.flatMap(id => endingMembership(id, at)),
      ...erasingPerson(person, at),
    ]),

  personOf: async account => {
    const rows = (await sql.all(membersBehind, [account])).map(row => readAs(memberRow, row, 'membership'))
    const [first] = rows
    if (!first) return null
    return {
      id: personId(first.person),
      name: first.name,
      members: rows.map(memberIn),
    }
  },

  overseersOf: async unit =>
    (await sql.all(overseers, [unit])).map(each => {
      const { unit: own, ...rest } = readAs(overseerRow, each, 'membership')
      return { ...rest, unit: unitId(own) }
    }),

  namesOf: async persons => {
    const rows = await sql.all(namesBehind, [JSON.stringify(persons)])
    return new Map(
      rows
        .map(row => readAs(nameRow, row, 'person'))
        .flatMap(({ id, name }) => (name ? [[personId(id), name]] : [])),
    )
  },

  placesOf: async account =>
    (await sql.all(placesBehind, [account])).map(row => {
      const read = readAs(placeRow, row, 'filing')
      const unit = unitId(read.unit)
      return {
        ...{ filing: filingId(read.filing), unitName: read.unitName, year: read.year },
        form: formId(read.form),
        members: readAs(members, jsonOf(read.members), 'membership').map(([id, role, some]) => ({
          ...{ id, unit, role, sections: some },
        })),
      }
    }),
})

export const memberIn = ({
  id,
  unit,
  unitName,
  role,
  sections: some,
}: z.infer<typeof memberRow>): NamedMember => ({
  ...{ id, unit: unitId(unit), unitName, role },
  sections: some === null ? null : readAs(sections, jsonOf(some), 'membership.sections'),
})

/** A browser without a session is not in. */
const everybody = `SELECT p.id AS person, p.name, m.id, m.unit, u.name AS unitName, m.role, m.sections, m.since,
    (SELECT json_group_array(json_array(substr(a.ref, 1, instr(a.ref, ':') - 1), s.since, s.expires_at) ORDER BY a.ref)
      FROM account AS a LEFT JOIN session AS s ON s.account = a.ref AND s.expires_at > ?1
      WHERE a.person = p.id AND (s.hash IS NOT NULL OR a.ref NOT GLOB 'web:*')) AS devices
  FROM membership AS m
  JOIN person AS p ON p.id = m.person
  JOIN unit AS u ON u.id = m.unit
  WHERE m.until IS NULL ORDER BY u.place, u.rowid, m.since DESC, m.id`

const endedSessions = 'DELETE FROM session WHERE account IN (SELECT ref FROM account WHERE person = ?1)'

/** No browser takes a link of theirs again. */
const takenNoMore = 'UPDATE invitation SET taken_with = NULL WHERE taken_by = ?1'

/** Links of their own that nobody took yet may be in the hands of whoever had the session. */
const ownNoMore =
  'UPDATE invitation SET revoked_at = ?2 WHERE person = ?1 AND taken_by IS NULL AND revoked_at IS NULL'

const addedMember = 'INSERT INTO membership (id, person, unit, role, since) VALUES (?1, ?2, ?3, ?4, ?5)'

/** One who was erased bears no name any more. */
const ever = `SELECT p.id, p.name,
    (SELECT r.chat FROM reach AS r WHERE r.person = p.id ORDER BY r.since DESC LIMIT 1) AS chat,
    (SELECT json_group_array(json_array(m.id, m.unit, m.role)) FROM membership AS m
      WHERE m.person = p.id AND m.until IS NULL) AS members,
    (SELECT json_group_array(m.unit) FROM (
      SELECT unit FROM membership WHERE person = p.id GROUP BY unit ORDER BY max(since) DESC, unit) AS m) AS units
  FROM person AS p WHERE p.name <> '' AND (p.id = ?1 OR p.name = ?1) ORDER BY p.id = ?1 DESC LIMIT 2`

const overseers = `SELECT m.id AS member, m.unit, (
    SELECT r.chat FROM reach AS r WHERE r.person = m.person ORDER BY r.since DESC LIMIT 1) AS chat
  FROM (SELECT ?1 AS unit UNION ALL SELECT ancestor FROM unit_above WHERE unit = ?1) AS u
  JOIN membership AS m ON m.unit = u.unit AND m.role = 'supervisor' AND m.until IS NULL
  WHERE EXISTS (SELECT 1 FROM reach AS r WHERE r.person = m.person)
  GROUP BY m.person ORDER BY m.id`

const namesBehind = 'SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?1))'

const membersBehind = `SELECT p.id AS person, p.name, m.id, m.unit, u.name AS unitName, m.role, m.sections
  FROM account AS a
  JOIN person AS p ON p.id = a.person
  JOIN membership AS m ON m.person = p.id AND m.until IS NULL
  JOIN unit AS u ON u.id = m.unit
  WHERE a.ref = ?1 ORDER BY m.since DESC, m.id`

const placesBehind = `SELECT f.id AS filing, f.unit, u.name AS unitName, f.form, f.year,
    json_group_array(json_array(m.id, m.role, json(m.sections))) AS members
  FROM account AS a
  JOIN membership AS m ON m.person = a.person AND m.until IS NULL
  JOIN unit AS u ON u.id = m.unit
  JOIN filing AS f ON f.unit = m.unit
  WHERE a.ref = ?1 AND f.year = (
    SELECT max(newest.year) FROM filing AS newest WHERE newest.unit = f.unit AND newest.obligation = f.obligation)
  GROUP BY f.id ORDER BY u.place, u.rowid, f.obligation`
