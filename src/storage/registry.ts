// The registry beside the units themselves: memberships, invitations, and filings that are opened. Rare writes, of an
// administrator and not of a conversation.

import * as z from 'zod'
import type { Replacement } from '../app/ports/commit.ts'
import type { Membership, Registry, UnitGround } from '../app/ports/registry.ts'
import { roles } from '../district/access.ts'
import { filingId, personId, type UnitId, unitId } from '../engine/filing.ts'
import { obligationId } from '../engine/form.ts'
import { batchWithLines } from './chains.ts'
import { replacement } from './commit.ts'
import { membersAbove, readAbove, readMembers, unitsAbove } from './read-ground.ts'
import { jsonOf, readAs } from './rows.ts'
import type { Row, Sql, Statement } from './sql.ts'
import { units } from './units.ts'

const role = z.enum(roles)
const memberRow = z.object({ id: z.string(), person: z.string(), unit: z.string(), role, since: z.int() })
const invitationRow = z.object({
  unit: z.string(),
  role,
  filing: z.string().nullable(),
  expiresAt: z.int(),
  name: z.string().nullable(),
  person: z.string().nullable(),
  replaces: z.string().nullable(),
  sections: z.string().nullable(),
  by: z.string().nullable(),
  at: z.int().nullable(),
})

export const registry = (sql: Sql): Registry => ({
  ...units(sql),

  members: async unit =>
    (await sql.all(membersOf, [unit])).map(row => memberIn(readAs(memberRow, row, 'membership'))),

  invite: (hash, invitation, recorded, opens) => {
    const {
      unit,
      role = 'filler',
      filing,
      expiresAt,
      name = null,
      person = null,
      replaces = null,
      sections = null,
      by = null,
      at = null,
    } = invitation
    const params = [
      hash,
      unit,
      role,
      filing,
      expiresAt,
      name,
      person,
      by,
      at,
      replaces,
      sections && JSON.stringify(sections),
    ]
    const lists = opens && listsOf(opens)
    return batchWithLines(sql, { ...recorded, ...(lists && { lists }) }, [{ sql: invited, params }])
  },

  invitation: async (hash, now) => {
    const [row] = await sql.all(openInvitation, [hash, now])
    return row ? invitationIn(readAs(invitationRow, row, 'invitation')) : null
  },

  invitations: async now =>
    (await sql.all(openInvitations, [now])).map(row => {
      const { hash, year, obligation, ...rest } = readAs(listedRow, row, 'invitation')
      const invitation = invitationIn(rest)
      return { ...invitation, hash, year, obligation: obligation === null ? null : obligationId(obligation) }
    }),

  revokeInvitation: (hash, at, recorded) =>
    batchWithLines(sql, recorded, [{ sql: revoked, params: [hash, at] }]),

  unitGround: async (account, unit) => groundIn(await sql.all(groundFor(byAccount), [account, unit])),
  unitGrounds: async (account, units) => {
    const rows = await sql.all(groundsFor, [account, JSON.stringify(units)])
    return new Map(rows.flatMap(row => mapped(unitId(String(row.unit)), groundIn([row]))))
  },
  groundOf: async (person, unit) => groundIn(await sql.all(groundFor('?1'), [person, unit])),
})

const mapped = (unit: UnitId, ground: UnitGround | null): readonly (readonly [UnitId, UnitGround])[] =>
  ground && ground.members.length > 0 ? [[unit, ground]] : []

const groundIn = ([row]: readonly Row[]): UnitGround | null => {
  if (!row) return null
  const { person, members, above } = readAs(groundRow, row, 'membership')
  return { person: personId(person), members: readMembers(members), above: readAbove(above) }
}

const listedRow = z.object({
  ...invitationRow.shape,
  hash: z.string(),
  year: z.int().nullable(),
  obligation: z.string().nullable(),
})
const groundRow = z.object({ person: z.string(), members: z.string(), above: z.string() })

const invitationIn = ({ unit, filing, person, name, sections, ...rest }: z.infer<typeof invitationRow>) => ({
  ...rest,
  unit: unitId(unit),
  filing: filing === null ? null : filingId(filing),
  name,
  person: person === null ? null : personId(person),
  sections: sections === null ? null : readAs(z.array(z.string()), jsonOf(sections), 'invitation.sections'),
})

const listsOf = (opens: Replacement) => {
  const { rows, ...rest } = replacement(opens)
  return { ...rest, ...rows }
}

const memberIn = ({ id, person, unit, role, since }: z.infer<typeof memberRow>): Membership => ({
  id,
  person: personId(person),
  unit: unitId(unit),
  role,
  since,
})

/** The membership ends, and what waits to be told about its unit is not told. */
export const endingMembership = (id: string, at: number): readonly Statement[] => [
  { sql: cancelMail, params: [id] },
  { sql: 'UPDATE membership SET until = ?2 WHERE id = ?1 AND until IS NULL', params: [id, at] },
]

const membersOf = `SELECT id, person, unit, role, since FROM membership
  WHERE unit = ?1 AND until IS NULL ORDER BY since, id`

/** Units and filings as mail names them. */
const things = `SELECT 'filing/' || id AS about, unit FROM filing UNION ALL SELECT 'unit/' || id, id FROM unit`

/** Waiting mail about the unit, those below it and their filings, in the chats of a person who has no other right there. */
const cancelMail = `UPDATE outbox SET state = 'cancelled', lease_until = NULL
  FROM membership AS m
  WHERE m.id = ?1 AND outbox.state = 'queued'
    AND outbox.chat IN (SELECT p.chat FROM position AS p WHERE p.person = m.person
      UNION SELECT r.chat FROM reach AS r WHERE r.person = m.person)
    AND outbox.about IN (SELECT t.about FROM (${things}) AS t
      WHERE t.unit = m.unit OR t.unit IN (SELECT a.unit FROM unit_above AS a WHERE a.ancestor = m.unit))
    AND NOT EXISTS (SELECT 1 FROM (${things}) AS t JOIN membership AS other
      ON other.person = m.person AND other.until IS NULL AND other.id <> m.id
      WHERE t.about = outbox.about AND (other.unit = t.unit OR EXISTS (
        SELECT 1 FROM unit_above AS a WHERE a.unit = t.unit AND a.ancestor = other.unit)))`

const invited = `INSERT INTO invitation (hash, unit, role, filing, expires_at, name, person, "by", at, replaces, sections)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`

const revoked =
  'UPDATE invitation SET revoked_at = ?2 WHERE hash = ?1 AND taken_by IS NULL AND revoked_at IS NULL'

const columns =
  'v.unit, v.role, v.filing, v.expires_at AS expiresAt, v.name, v.person, v."by", v.at, v.replaces, v.sections'

const openInvitation = `SELECT ${columns} FROM invitation AS v
  WHERE v.hash = ?1 AND v.taken_by IS NULL AND v.revoked_at IS NULL AND v.expires_at > ?2`

const openInvitations = `SELECT v.hash, ${columns}, f.year, f.obligation
  FROM invitation AS v LEFT JOIN filing AS f ON f.id = v.filing
  WHERE v.taken_by IS NULL AND v.revoked_at IS NULL AND v.expires_at > ?1 ORDER BY v.expires_at, v.hash`

const byAccount = 'a.person FROM account AS a WHERE a.ref = ?1'

const groundsFor = `SELECT u.id AS unit, p.id AS person, ${membersAbove('p.id', 'u.id')} AS members,
    ${unitsAbove('u.id')} AS above
  FROM person AS p JOIN json_each(?2) AS j JOIN unit AS u ON u.id = j.value
  WHERE p.id = (SELECT ${byAccount})`

const groundFor = (
  person: string,
): string => `SELECT p.id AS person, ${membersAbove('p.id', 'u.id')} AS members, ${unitsAbove('u.id')} AS above
  FROM person AS p JOIN unit AS u ON u.id = ?2 WHERE p.id = (SELECT ${person})`
