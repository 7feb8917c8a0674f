// Nudges that went out or wait, what became of them, and what their people put off.

import * as z from 'zod'
import { type Nudges, nudgeStates } from '../app/ports/nudges.ts'
import type { SentNudge } from '../district/nudges/nudge.ts'
import { filingId, personId } from '../engine/filing.ts'
import { reachOf } from './reach-of.ts'
import { jsonOf, readAs } from './rows.ts'
import type { Row, Sql } from './sql.ts'
import { readOutgoing } from './stored-body.ts'

const text = z.string()
const nullable = text.nullable()
const person = text.transform(personId)
const filing = text.transform(filingId)
const sentRow = z.object({
  ...{ key: text, date: text, person: text, filing },
  stage: z.custom<SentNudge['stage']>(each => typeof each === 'string'),
})
const reachedRow = z.object({
  person,
  account: text,
  chat: text,
  askedAt: z.int().nullable(),
  lastNudge: nullable,
  unclosed: text,
})
const putOffRow = z.object({ filing, person, until: z.int(), day: nullable, at: z.int() })
const listedRow = z.object({
  ...{ at: z.int(), stage: text, unit: nullable, person: nullable, channel: text },
  state: z.enum(nudgeStates),
})
const failedRow = z.object({
  ...{ key: text, campaign: text, filing, unit: text, person, name: text, phone: nullable, page: nullable },
  member: nullable,
  ...{ id: nullable, kind: nullable, body: nullable },
})

export const sentNudges = (sql: Sql): Omit<Nudges, 'officers' | 'filingsToNudge' | 'filingsOfPeople'> => ({
  sentNudges: async (filings, persons, since, date) =>
    (await sql.all(sent, [JSON.stringify(filings), JSON.stringify(persons), since, date])).map(sentIn),

  nudgesOfKeys: async keys => (await sql.all(ofKeys, [JSON.stringify(keys)])).map(sentIn),

  reached: async persons =>
    (await sql.all(reached, [JSON.stringify(persons)])).map(each => {
      const { unclosed, ...rest } = readAs(reachedRow, each, 'reach')
      return { ...rest, unclosed: readAs(z.array(text), jsonOf(unclosed), 'outbox') }
    }),

  putOff: async (filing, person) => {
    const [found] = await sql.all(promised, [filing, person])
    return found ? readAs(putOffRow, found, 'promise') : null
  },

  failedNudges: async most =>
    (await sql.all(failed, [most])).map(each => {
      const { id, kind, body, page, member, ...rest } = readAs(failedRow, each, 'nudge')
      const mail = id && kind && body ? readOutgoing('', { id, kind, body, edits: null }) : null
      return { ...rest, lines: mail?.lines ?? [], page: page && member ? { chat: page, member } : null }
    }),

  withdrawUnsent: async now => {
    await sql.batch([
      { sql: cancelUnsent, params: [now] },
      { sql: cancelCloses },
      { sql: `DELETE FROM nudge WHERE state = 'cancelled'` },
    ])
  },

  nudgesOf: async campaign =>
    (await sql.all(listed, [campaign])).map(each => readAs(listedRow, each, 'nudge')),
})

const sentIn = (each: Row): SentNudge => readAs(sentRow, each, 'nudge')

const sentColumns = 'n.key, n.day AS date, n.person, n.filing, n.stage'

const sent = `SELECT ${sentColumns} FROM json_each(?1) AS j CROSS JOIN nudge AS n ON n.filing = j.value AND n.day >= ?3
    WHERE n.state <> 'failed'
  UNION SELECT ${sentColumns} FROM json_each(?2) AS j CROSS JOIN nudge AS n ON n.person = j.value AND n.day = ?4
    WHERE n.filing IS NOT NULL AND n.state <> 'failed'`

const ofKeys = `SELECT ${sentColumns} FROM json_each(?1) AS j CROSS JOIN nudge AS n ON n.key = j.value
  WHERE n.filing IS NOT NULL`

const reached = `SELECT r.person, r.chat, a.ref AS account,
    (SELECT max(coalesce(o.at, 0), coalesce(c.at, 0)) FROM position AS p
      LEFT JOIN outbox AS o ON o.id = p.asked LEFT JOIN card AS c ON c.id = p.card
      WHERE p.person = r.person AND p.chat = r.chat AND coalesce(o.id, c.id) IS NOT NULL
        AND coalesce(o.state, '') NOT IN ('failed', 'cancelled')) AS askedAt,
    (SELECT json_group_array(l.edits) FROM position AS p JOIN outbox AS o ON o.id = p.asked AND o.state = 'cancelled'
      JOIN outbox AS l ON l.chat = o.chat AND l.at = o.at AND l.kind = 'close' AND l.state = 'cancelled'
      WHERE p.person = r.person AND p.chat = r.chat) AS unclosed,
    (SELECT n.outbox FROM nudge AS n JOIN outbox AS o ON o.id = n.outbox AND o.chat = r.chat
      WHERE n.person = r.person AND n.filing IS NOT NULL ORDER BY n.day DESC, n.at DESC LIMIT 1) AS lastNudge
  FROM json_each(?1) AS j
  JOIN reach AS r ON r.person = j.value AND r.channel = ${reachOf('j.value')}
  JOIN account AS a ON a.person = r.person AND a.ref = (
    SELECT mine.ref FROM account AS mine WHERE mine.person = r.person AND mine.ref GLOB r.channel || ':*'
    ORDER BY mine.ref <> r.chat, mine.ref LIMIT 1)`

const promised = 'SELECT filing, person, until, day, at FROM promise WHERE filing = ?1 AND person = ?2'

const failed = `SELECT n.key, n.campaign, n.filing, u.name AS unit, n.person, p.name, p.phone, o.id, o.kind, o.body,
    (SELECT r.chat FROM reach AS r WHERE r.person = n.person AND r.channel = 'web') AS page,
    (SELECT m.id FROM membership AS m WHERE m.person = n.person AND m.unit = f.unit AND m.role = 'filler'
      AND m.until IS NULL ORDER BY m.since LIMIT 1) AS member
  FROM nudge AS n JOIN filing AS f ON f.id = n.filing JOIN unit AS u ON u.id = f.unit
    JOIN person AS p ON p.id = n.person LEFT JOIN outbox AS o ON o.id = n.outbox
  WHERE n.state = 'failed' AND n.told_at IS NULL ORDER BY n.at LIMIT ?1`

/** Mail that a process holds is on its way. */
const cancelUnsent = `UPDATE outbox SET state = 'cancelled'
  WHERE state = 'queued' AND (lease_until IS NULL OR lease_until <= ?1)
    AND id IN (SELECT n.outbox FROM nudge AS n WHERE n.state = 'queued' AND n.outbox IS NOT NULL)`

/** A message that never comes takes no buttons away: they are of its commit, behind it. */
const cancelCloses = `UPDATE outbox SET state = 'cancelled'
  WHERE state = 'queued' AND kind = 'close' AND EXISTS (
    SELECT 1 FROM nudge AS n JOIN outbox AS o ON o.id = n.outbox
    WHERE n.state = 'cancelled' AND o.chat = outbox.chat AND o.at = outbox.at AND o.seq < outbox.seq)`

const listed = `SELECT n.at, n.stage, u.name AS unit, p.name AS person, n.way AS channel, n.state
  FROM nudge AS n LEFT JOIN filing AS f ON f.id = n.filing LEFT JOIN unit AS u ON u.id = f.unit
    LEFT JOIN person AS p ON p.id = n.person
  WHERE n.campaign = ?1 ORDER BY n.at DESC, n.key`
