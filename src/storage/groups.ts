// Group robots. Their addresses and secrets leave this file only to the channel that sends.

import * as z from 'zod'
import { type Groups, groupKinds } from '../app/ports/groups.ts'
import { unitId } from '../engine/filing.ts'
import { batchWithLines } from './chains.ts'
import { mailRows } from './commit.ts'
import { contactsAdded } from './contacts.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

const listedRow = z.object({
  ...{ id: z.string(), unit: z.string(), unitName: z.string(), kind: z.enum(groupKinds), name: z.string() },
  isSigned: z.int().transform(value => value === 1),
})
const accessRow = z.object({ address: z.string(), secret: z.string().nullable() })

export const groups = (sql: Sql): Groups => ({
  groups: async () =>
    (await sql.all(listed)).map(row => {
      const { unit, ...rest } = readAs(listedRow, row, 'group_robot')
      return { ...rest, unit: unitId(unit) }
    }),

  addGroup: ({ id, unit, kind, name, address, secret }, recorded) =>
    batchWithLines(sql, recorded, [{ sql: added, params: [id, unit, kind, name, address, secret] }]),

  removeGroup: (id, recorded) =>
    batchWithLines(sql, recorded, [
      { sql: givenUp, params: [id] },
      { sql: 'DELETE FROM group_robot WHERE id = ?1', params: [id] },
    ]),

  robotAccess: async (kind, id) => {
    const [row] = await sql.all('SELECT address, secret FROM group_robot WHERE kind = ?1 AND id = ?2', [
      kind,
      id,
    ])
    return row ? readAs(accessRow, row, 'group_robot') : null
  },

  tellGroups: (outbox, contacts, at, recorded) => {
    const rows = mailRows({ outbox, incoming: { at }, isBulk: true, filings: [] }, null)
    return batchWithLines(sql, { ...recorded, lists: { outbox: rows } }, [contactsAdded(contacts)])
  },
})

const listed = `SELECT g.id, g.unit, u.name AS unitName, g.kind, g.name, g.secret IS NOT NULL AS isSigned
  FROM group_robot AS g JOIN unit AS u ON u.id = g.unit ORDER BY u.place, g.name`

const added = `INSERT INTO group_robot (id, unit, kind, name, address, secret) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`

const givenUp = `UPDATE outbox SET state = 'cancelled', lease_until = NULL
  WHERE state = 'queued' AND chat IN (SELECT g.kind || ':' || g.id FROM group_robot AS g WHERE g.id = ?1)`
