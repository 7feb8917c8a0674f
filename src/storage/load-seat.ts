// Reads a seat in one query. Cells and texts are read only when this version is not in memory.

import * as z from 'zod'

import type { Conversations, Seat } from '../app/ports/conversations.ts'
import { personId, unitId } from '../engine/filing.ts'
import { startFocus } from '../engine/focus.ts'
import type { CachedFiling, FilingCache } from './filing-cache.ts'
import { contentColumns, filingIn, readFiling } from './read-filing.ts'
import { groundColumns, groundOf, groundShape, reaches } from './read-ground.ts'
import { level, printsColumn, readAs, readPowers, readPrints } from './rows.ts'
import type { SeatCache } from './seat-cache.ts'
import type { Sql } from './sql.ts'
import { readAwaits, readFocus } from './stored-focus.ts'

/**
 * A place counts only while its person still has a right to the filing's unit; else the newest membership's newest
 * filing. Its version is the guard's all the same, and its card is the one whose buttons are live in the chat. At another
 * filing than the one of the place nothing was asked yet.
 */
const seatOf = (columns: string) => `
  SELECT p.id AS person, p.name AS name, u.id AS unit, u.name AS unitName, u.level AS level, u.powers AS powers, ${printsColumn},
    f.id AS filing, f.obligation, f.form, f.revision, f.year, f.version, f.content, f.audit_head AS auditHead,
    NOT EXISTS (SELECT 1 FROM standing AS s WHERE s.filing = f.id AND s.touched_at IS NOT NULL) AS isUntouched,
    ${groundColumns},
    o.version AS placeVersion, iif(o.about = 'filing/' || own.id, o.focus, NULL) AS focus, o.card AS card,
    own.id IS NULL AS isGuess, iif(o.about = 'filing/' || own.id, o.asked, NULL) AS asked, sent.message_id AS askedMessage, sent.state AS askedState ${columns}
  FROM account AS a
  JOIN person AS p ON p.id = a.person
  LEFT JOIN position AS o ON o.person = p.id AND o.chat = ?2
  LEFT JOIN filing AS own ON own.id = coalesce(?3,
      iif(o.about GLOB 'filing/*', substr(o.about, ${'filing/'.length + 1}), NULL)) AND EXISTS (
    SELECT 1 FROM membership AS m WHERE m.person = p.id AND m.until IS NULL AND ${reaches('m', 'own.unit')})
  JOIN filing AS f ON f.id = coalesce(own.id, ?3,
    (SELECT newest.id FROM membership AS m JOIN filing AS newest ON newest.unit = m.unit
      WHERE m.person = p.id AND m.until IS NULL ORDER BY m.since DESC, m.unit, newest.year DESC LIMIT 1))
  JOIN unit AS u ON u.id = f.unit
  LEFT JOIN outbox AS sent ON sent.id = o.asked AND o.about = 'filing/' || own.id
  WHERE a.ref = ?1 AND (?3 IS NULL OR own.id IS NOT NULL)`

const light = seatOf('')
/** One statement, so that header, focus, cells and texts are of the same instant. */
const full = seatOf(`,${contentColumns},
    EXISTS (SELECT 1 FROM filing AS b
      WHERE b.unit = f.unit AND b.obligation = f.obligation AND b.year = f.year - 1) AS hasPrevious`)

const nullable = z.string().nullable()
const header = z.object({
  ...groundShape,
  person: z.string(),
  name: z.string(),
  unitName: z.string(),
  level,
  powers: z.string(),
  prints: z.string(),
  filing: z.string(),
  obligation: z.string(),
  form: z.string(),
  revision: z.int(),
  year: z.int(),
  version: z.int(),
  content: z.int(),
  isUntouched: z.int(),
  auditHead: z.string(),
  placeVersion: z.int().nullable(),
  isGuess: z.int(),
  focus: nullable,
  card: nullable,
  asked: nullable,
  askedMessage: nullable,
  askedState: nullable,
  cells: z.string().optional(),
  texts: z.string().optional(),
  remarks: z.string().optional(),
  hasPrevious: z.int().optional(),
})
type Header = z.infer<typeof header>
type Asked = readonly [account: string, chat: string, at: string | null]

export const loadSeat = (sql: Sql, filings: FilingCache, seats: SeatCache): Conversations['loadSeat'] => {
  const load = async (query: string, ...asked: Asked): Promise<Header | null> => {
    const [row] = await sql.all(query, asked)
    return row ? readAs(header, row, 'seat') : null
  }
  const found = async (...asked: Asked): Promise<readonly [Header, CachedFiling] | null> => {
    const first = await load(light, ...asked)
    if (!first) return null
    const known = filings.get(first.filing, first.version)
    if (known) return [first, known]
    const whole = await load(full, ...asked)
    if (!whole) return null
    const filing = filingIn(whole)
    // It may be newer than the header; then this filing's version has risen with it, and the guard refuses the seat.
    const previous = whole.hasPrevious ? await readFiling(sql, filing, filing.year - 1) : null
    const { content, auditHead } = whole
    const isUntouched = whole.isUntouched === 1
    return [whole, { filing, content, isUntouched, previous, auditHead, unit: unitIn(whole) }]
  }
  return async (account, chat, at) => {
    const row = await found(account, chat, at ?? null)
    if (!row) return null
    const [header, known] = row
    const seat = seated(header, known)
    filings.put(known)
    // Remembered is only where they stand.
    if (at === undefined && !seat.isGuess) seats.loaded(account, chat, seat)
    return seat
  }
}

const unitIn = (row: Header): CachedFiling['unit'] => ({
  id: unitId(row.unit),
  name: row.unitName,
  level: row.level,
  powers: readPowers(row.powers),
  ...readPrints(row.prints),
})

const seated = (row: Header, known: CachedFiling): Seat => {
  const focus = row.focus === null ? startFocus : readFocus(row.focus)
  return {
    person: { id: personId(row.person), name: row.name },
    ...known,
    ground: groundOf(row),
    placeVersion: row.placeVersion ?? 0,
    focus: focus ?? startFocus,
    awaits: row.focus === null ? null : readAwaits(row.focus),
    ...(!focus && { isOutdated: true }),
    ...(row.isGuess === 1 && { isGuess: true }),
    card: row.card,
    asked:
      row.asked === null
        ? null
        : { id: row.asked, message: row.askedMessage, waits: row.askedState !== 'sent' },
  }
}
