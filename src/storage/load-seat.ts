// Reads a seat in one query. Cells and texts are read only when this version is not in memory.

import * as z from 'zod'
import type { Conversations, Ground, Seat } from '../app/ports/conversations.ts'
import { personId, unitId } from '../engine/filing.ts'
import { type Focus, startFocus } from '../engine/focus.ts'
import type { FilingCache, Known } from './filing-cache.ts'
import { contentColumns, filingIn, readFiling } from './read-filing.ts'
import { level, readAs, readFocus, readPowers } from './rows.ts'
import type { SeatCache } from './seat-cache.ts'
import type { Sql } from './sql.ts'

/** The focus counts only while its person still belongs to the filing's unit; else the newest membership's filing. */
const seatOf = (columns: string) => `
  SELECT p.id AS person, p.name AS name, u.id AS unit, u.name AS unitName, u.level AS level, u.powers AS powers,
    f.id AS filing, f.form, f.revision, f.year, f.version, f.audit_head AS auditHead,
    o.body AS focus, o.card, o.asked, sent.message_id AS askedMessage, sent.state AS askedState ${columns}
  FROM account AS a
  JOIN person AS p ON p.id = a.person
  LEFT JOIN focus AS o ON o.person = p.id AND o.chat = ?2 AND EXISTS (
    SELECT 1 FROM filing AS own JOIN membership AS m ON m.unit = own.unit
    WHERE own.id = o.filing AND m.person = p.id)
  JOIN filing AS f ON f.id = coalesce(o.filing,
    (SELECT m.filing FROM membership AS m WHERE m.person = p.id ORDER BY m.at DESC, m.unit LIMIT 1))
  JOIN unit AS u ON u.id = f.unit
  LEFT JOIN outbox AS sent ON sent.id = o.asked
  WHERE a.ref = ?1`

const light = seatOf('')
/** One statement, so that header, focus, cells and texts are of the same instant. */
const full = seatOf(`,${contentColumns},
    EXISTS (SELECT 1 FROM filing AS b WHERE b.unit = f.unit AND b.year = f.year - 1) AS hasPrevious`)

const nullable = z.string().nullable()
const header = z.object({
  person: z.string(),
  name: z.string(),
  unit: z.string(),
  unitName: z.string(),
  level,
  powers: z.string(),
  filing: z.string(),
  form: z.string(),
  revision: z.int(),
  year: z.int(),
  version: z.int(),
  auditHead: z.string(),
  focus: nullable,
  card: nullable,
  asked: nullable,
  askedMessage: nullable,
  askedState: nullable,
  cells: z.string().optional(),
  texts: z.string().optional(),
  hasPrevious: z.int().optional(),
})
type Header = z.infer<typeof header>

export const loadSeat = (sql: Sql, filings: FilingCache, seats: SeatCache): Conversations['loadSeat'] => {
  const load = async (query: string, account: string, chat: string): Promise<Header | null> => {
    const [row] = await sql.all(query, [account, chat])
    return row ? readAs(header, row, 'seat') : null
  }
  const found = async (account: string, chat: string): Promise<readonly [Header, Known] | null> => {
    const first = await load(light, account, chat)
    if (!first) return null
    const known = filings.get(first.filing, first.version)
    if (known) return [first, known]
    const whole = await load(full, account, chat)
    if (!whole) return null
    const filing = filingIn(whole)
    // It may be newer than the header; then this filing's version has risen with it, and the guard refuses the seat.
    const previous = whole.hasPrevious ? await readFiling(sql, filing.unit, filing.year - 1) : null
    return [whole, { filing, previous, auditHead: whole.auditHead, unit: unitIn(whole) }]
  }
  return async (account, chat) => {
    const row = await found(account, chat)
    if (!row) return null
    const [header, known] = row
    const seat = seated(header, known)
    filings.put(known)
    seats.loaded(account, chat, seat, header.focus !== null)
    return seat
  }
}

/** A focus that cannot be read (of another version, say) costs the place, never the conversation. */
const focusOf = (body: string): Focus => {
  try {
    return readFocus(body)
  } catch {
    return startFocus
  }
}

const unitIn = (row: Header): Known['unit'] => ({
  id: unitId(row.unit),
  name: row.unitName,
  level: row.level,
  powers: readPowers(row.powers),
})

const seated = (row: Header, known: Known): Seat => ({
  person: { id: personId(row.person), name: row.name },
  ...known,
  ground: groundOf(row),
  focus: row.focus === null ? startFocus : focusOf(row.focus),
  card: row.card,
  asked:
    row.asked === null
      ? null
      : { id: row.asked, message: row.askedMessage, waits: row.askedState !== 'sent' },
})

/** The ground of one filing: a member of its unit fills in what is a draft. */
export const readGround =
  (sql: Sql): Conversations['ground'] =>
  async (account, filing) => {
    const [row] = await sql.all(groundRow, [account, filing])
    return row ? groundOf(readAs(groundShape, row, 'membership')) : null
  }

const groundRow = `SELECT m.person, m.unit
  FROM account AS a
  JOIN filing AS f ON f.id = ?2
  JOIN membership AS m ON m.person = a.person AND m.unit = f.unit
  WHERE a.ref = ?1`
const groundShape = z.object({ person: z.string(), unit: z.string() })

const groundOf = ({ person, unit: id }: { readonly person: string; readonly unit: string }): Ground => {
  const unit = unitId(id)
  const member = { id: `${person}/${id}`, unit, role: 'filler', sections: null } as const
  return { members: [member], unit, above: [], state: 'draft' }
}
