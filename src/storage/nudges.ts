// The facts that nudges are planned from: standings of a campaign with their units' fillers, one query a page.

import * as z from 'zod'
import type { FilingToNudge, Nudges } from '../app/ports/nudges.ts'
import { dateIn } from '../district/date-in.ts'
import { filingStates } from '../district/lifecycle.ts'
import { momentIn } from '../district/nudges/season-of.ts'
import { filingId, personId, unitId } from '../engine/filing.ts'
import { reachOf } from './reach-of.ts'
import { jsonOf, level, readAs } from './rows.ts'
import type { Row, Sql } from './sql.ts'

const flag = z.int().transform(value => value === 1)
const instant = z.int().nullable()
const row = z.object({
  filing: z.string(),
  campaign: z.string(),
  unit: z.string(),
  name: z.string(),
  place: z.int(),
  level,
  state: z.enum(filingStates),
  ...{ awaitsSignOff: flag, inSignOff: flag, returnedAtOnce: flag },
  ...{ open: z.int(), errors: z.int(), hasBegun: flag, publishes: flag },
  ...{ enteredAt: instant, touchedAt: instant, returnedAt: instant, approvedAt: instant },
  extendedUntil: z.string().nullable(),
  promisedOn: z.string().nullable(),
  mendBy: z.string().nullable(),
  fillers: z.string(),
})
const fillers = z.array(
  z.tuple([
    z.string(),
    z.string(),
    z.string().nullable(),
    z.array(z.tuple([z.string(), z.string(), z.string().nullable()])),
  ]),
)

const text = z.string()
const nullable = text.nullable()
const person = text.transform(personId)
const officer = z.object({
  ...{ name: text, person, unit: text.transform(unitId) },
  channel: nullable,
  chat: nullable,
  member: text,
})

type Facts = Pick<Nudges, 'officers' | 'filingsToNudge' | 'filingsOfPeople'>

export const nudges = (sql: Sql): Facts => ({
  officers: async unit => (await sql.all(officers, [unit])).map(each => readAs(officer, each, 'person')),

  filingsToNudge: async (campaign, zone, after, most) =>
    (await sql.all(page, [campaign, after, most])).map(each => filingIn(each, zone)),

  filingsOfPeople: async (persons, campaigns, zone, inHand = []) =>
    (
      await sql.all(
        ofPeople,
        [persons, campaigns, inHand].map(each => JSON.stringify(each)),
      )
    ).map(each => filingIn(each, zone)),
})

const filingIn = (from: Row, zone: string): FilingToNudge => {
  const { filing, unit, hasBegun, publishes, enteredAt, touchedAt, ...read } = readAs(row, from, 'standing')
  const { returnedAt, returnedAtOnce, approvedAt, mendBy, ...rest } = read
  const people = readAs(fillers, jsonOf(rest.fillers), 'membership')
  const dayOf = (at: number | null): string | null => (at === null ? null : dateIn(zone, at))
  return {
    ...rest,
    ...{ filing: filingId(filing), unit: unitId(unit), publishesItself: publishes },
    names: new Map(people.map(([person, name]) => [person, name])),
    fillers: people.map(([person, , channel, away]) => ({
      ...{ person, channel },
      absences: away.map(([since, until, substitute]) => ({ since, until, substitute })),
    })),
    entered: enteredAt === null ? null : momentIn(zone, enteredAt),
    touchedOn: hasBegun ? dayOf(touchedAt) : null,
    returned:
      returnedAt === null
        ? null
        : { moment: momentIn(zone, returnedAt), atOnce: returnedAtOnce, until: mendBy },
    approvedOn: dayOf(approvedAt),
  }
}

const officers = `SELECT p.name, p.id AS person, m.unit, m.id AS member, ${reachOf('p.id')} AS channel,
    ${reachOf('p.id', 'chat')} AS chat
  FROM membership AS m JOIN person AS p ON p.id = m.person
  WHERE m.unit = coalesce(?1, (SELECT unit FROM root)) AND m.role = 'supervisor' AND m.until IS NULL
  ORDER BY m.since, p.id`

/** Drafts are reviewed before they are signed. */
const isReviewFirst = `EXISTS (SELECT 1 FROM campaign AS c
      WHERE c.id = s.campaign AND c.dates ->> '$.practice' = 'review-first')`

const facts = `SELECT s.filing, s.campaign, s.unit, u.name, u.place, u.level, u.publishes, s.state, s.open, s.errors,
    s.content > 0 AS hasBegun,
    s.state = 'reviewing' AND s.cleared_content IS s.content AND s.signed_content IS NOT s.content
      AND ${isReviewFirst} AS awaitsSignOff,
    s.state IN ('draft', 'returned') AND s.signed_content IS NOT s.content AND EXISTS (
      SELECT 1 FROM snapshot AS p WHERE p.filing = s.filing AND p.content = s.content AND p.why = 'printed') AS inSignOff, s.entered_at AS enteredAt, s.touched_at AS touchedAt, s.returned_at AS returnedAt,
    s.approved_at AS approvedAt, s.extended_until AS extendedUntil, s.promised_on AS promisedOn, s.mend_by AS mendBy,
    s.returned_at_once AS returnedAtOnce,
    (SELECT json_group_array(json_array(f.person, f.name, f.channel, json(f.away)))
      FROM (SELECT p.id AS person, p.name, ${reachOf('p.id')} AS channel,
          (SELECT json_group_array(json_array(a.since, a.until, a.substitute)) FROM absence AS a
            WHERE a.person = p.id AND a.unit = m.unit) AS away
        FROM membership AS m JOIN person AS p ON p.id = m.person
        WHERE m.unit = s.unit AND m.role = 'filler' AND m.sections IS NULL AND m.until IS NULL
        ORDER BY (SELECT max(c.at) FROM cell AS c WHERE c.filing = s.filing AND c."by" = p.id) DESC, m.since) AS f
    ) AS fillers
  FROM standing AS s JOIN unit AS u ON u.id = s.unit`

const page = `${facts}
  WHERE s.campaign = ?1 AND s.filing > ?2 ORDER BY s.filing LIMIT ?3`

const ofPeople = `${facts}
  WHERE s.campaign IN (SELECT value FROM json_each(?2)) AND s.unit IN (
    SELECT m.unit FROM json_each(?1) AS j JOIN membership AS m ON m.person = j.value
      WHERE m.role = 'filler' AND m.sections IS NULL AND m.until IS NULL)
    AND s.filing NOT IN (SELECT value FROM json_each(?3))
  ORDER BY s.filing`
