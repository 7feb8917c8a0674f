// Who sits before which filing, in one query. Cells and texts are read only when this version is not in memory.

import * as z from 'zod'
import type { Seat, Store } from '../app/ports.ts'
import { type Filing, filingId, personId, unitId } from '../engine/filing.ts'
import { type Focus, startFocus } from '../engine/focus.ts'
import { formId } from '../engine/form.ts'
import type { FilingCache } from './filing-cache.ts'
import { level, readAs, readEntries, readFocus, readTexts } from './rows.ts'
import type { SeatCache } from './seat-cache.ts'
import type { Sql } from './sql.ts'

/** The focus counts only while its person still belongs to the filing's unit; else the newest membership's filing. */
const seatOf = (columns: string) => `
  SELECT p.id AS person, p.name AS name, u.id AS unit, u.name AS unitName, u.level AS level,
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
const full = seatOf(`,
    (SELECT json_group_array(json_array(key, value, note, source, "by", at, message))
      FROM cell WHERE filing = f.id) AS cells,
    (SELECT json_group_array(json_array(key, part, body, "by", at, message))
      FROM text WHERE filing = f.id) AS texts`)

const nullable = z.string().nullable()
const header = z.object({
  person: z.string(),
  name: z.string(),
  unit: z.string(),
  unitName: z.string(),
  level,
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
})
type Header = z.infer<typeof header>

export const seat = (sql: Sql, filings: FilingCache, seats: SeatCache): Store['seat'] => {
  const load = async (query: string, account: string, chat: string): Promise<Header | null> => {
    const [row] = await sql.all(query, [account, chat])
    return row ? readAs(header, row, 'seat') : null
  }
  const found = async (account: string, chat: string): Promise<readonly [Header, Filing] | null> => {
    const first = await load(light, account, chat)
    if (!first) return null
    const known = filings.get(first.filing, first.version)
    if (known) return [first, known.filing]
    const whole = await load(full, account, chat)
    return whole && [whole, read(whole)]
  }
  return async (account, chat) => {
    const row = await found(account, chat)
    if (!row) return null
    const [header, filing] = row
    const seat = seated(header, filing)
    filings.put({ filing, auditHead: seat.auditHead })
    seats.loaded(account, chat, seat, header.focus !== null)
    return seat
  }
}

const read = (row: Header): Filing => ({
  id: filingId(row.filing),
  unit: unitId(row.unit),
  form: formId(row.form),
  revision: row.revision,
  year: row.year,
  version: row.version,
  entries: readEntries(row.cells ?? '[]'),
  texts: readTexts(row.texts ?? '[]'),
})

/** A focus that cannot be read (of another version, say) costs the place, never the conversation. */
const focusOf = (body: string): Focus => {
  try {
    return readFocus(body)
  } catch {
    return startFocus
  }
}

const seated = (row: Header, filing: Filing): Seat => ({
  person: { id: personId(row.person), name: row.name },
  unit: { id: unitId(row.unit), name: row.unitName, level: row.level },
  filing,
  auditHead: row.auditHead,
  focus: row.focus === null ? startFocus : focusOf(row.focus),
  card: row.card,
  asked:
    row.asked === null
      ? null
      : { id: row.asked, message: row.askedMessage, waits: row.askedState !== 'sent' },
})
