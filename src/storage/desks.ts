// Desks: where a person stands above units, and the cards put to them there. Read anew each time: nothing of a desk is
// remembered, so nothing of it can be behind.

import * as z from 'zod'
import type { Desks } from '../app/ports/desks.ts'
import { personId, unitId } from '../engine/filing.ts'
import { memberIn, memberRow } from './people.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'
import { readDeskChoices, readPending } from './stored-desk.ts'

export const desks = (sql: Sql): Desks => ({
  deskPlace: async (account, chat) => {
    const rows = (await sql.all(placeOf, [account, chat])).map(row => readAs(placeRow, row, 'position'))
    const [first] = rows
    if (!first) return null
    const { version, desk, focus, card, asked } = first
    return {
      person: { id: personId(first.person), name: first.name, members: rows.map(memberIn) },
      version: version ?? 0,
      unit: desk === null ? null : unitId(desk),
      pending: focus === null ? null : readPending(focus),
      ...{ card, asked },
    }
  },

  deskCard: async (id, person, chat) => {
    const [found] = await sql.all(cardOf, [id, person, chat])
    if (!found) return null
    const { unit, choices, ...row } = readAs(cardRow, found, 'card')
    return { ...row, person, unit: unitId(unit), choices: readDeskChoices(choices) }
  },
})

const nullable = z.string().nullable()
const placeRow = memberRow.extend({
  version: z.int().nullable(),
  desk: nullable,
  focus: nullable,
  card: nullable,
  asked: nullable,
})
const cardRow = z.object({
  id: z.string(),
  chat: z.string(),
  unit: z.string(),
  choices: z.string(),
  at: z.int(),
})

const atDesk = (row: string): string => `${row}.about GLOB 'unit/*'`
const unitIn = (row: string): string => `substr(${row}.about, ${'unit/'.length + 1})`

const placeOf = `SELECT p.id AS person, p.name, m.id, m.unit, u.name AS unitName, m.role, m.sections, o.version,
    iif(${atDesk('o')}, ${unitIn('o')}, NULL) AS desk, iif(${atDesk('o')}, o.focus, NULL) AS focus, o.card, o.asked
  FROM account AS a
  JOIN person AS p ON p.id = a.person
  JOIN membership AS m ON m.person = p.id AND m.until IS NULL
  JOIN unit AS u ON u.id = m.unit
  LEFT JOIN position AS o ON o.person = p.id AND o.chat = ?2
  WHERE a.ref = ?1 ORDER BY m.since DESC, m.id`

const cardOf = `SELECT id, chat, ${unitIn('card')} AS unit, choices, at FROM card
  WHERE id = ?1 AND person = ?2 AND chat = ?3 AND ${atDesk('card')}`
