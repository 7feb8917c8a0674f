// Campaigns, the filings that join them a slice a turn, and their standings in one query.

import * as z from 'zod'
import type { CampaignStanding, Campaigns } from '../app/ports/campaigns.ts'
import { type Campaign, practices } from '../district/campaign.ts'
import { filingStates } from '../district/lifecycle.ts'
import { filingId, unitId } from '../engine/filing.ts'
import { formId, obligationId } from '../engine/form.ts'
import { batchWithLines } from './chains.ts'
import { replacement } from './commit.ts'
import { type DocumentRow, roundStatement } from './round.ts'
import { jsonOf, level, readAs } from './rows.ts'
import { inTurn } from './schedule.ts'
import type { Row, Sql } from './sql.ts'

const day = z.string().nullable()
const stored = z.object({
  v: z.literal(1),
  practice: z.enum(practices),
  ...{ sign: day, due: day, feedback: day, publish: day },
})
const campaignRow = z.object({
  id: z.string(),
  obligation: z.string(),
  year: z.int(),
  root: z.string().nullable(),
  dates: z.string(),
  openedAt: z.int(),
  closedAt: z.int().nullable(),
})
const unitDatesRow = z.object({ dates: z.string(), extendedUntil: z.string().nullable() })
const toJoinRow = z.object({ unit: z.string(), filing: z.string().nullable() })

const flag = z.int().transform(value => value === 1)
const instant = z.int().nullable()
const standingRow = z.object({
  id: z.string(),
  unit: z.string(),
  level,
  state: z.enum(filingStates),
  ...{ open: z.int(), errors: z.int(), hasBegun: flag, returnedTimes: z.int() },
  ...{ enteredAt: instant, firstSubmittedAt: instant, sealedAt: instant },
  mendedInTime: flag.nullable(),
  onBehalf: flag,
  extendedUntil: z.string().nullable(),
  promisedOn: z.string().nullable(),
  ...{ zero: flag, missing: z.int(), touchedAt: instant, returnedAt: instant, submittedAt: instant },
  ...{ mendBy: z.string().nullable(), form: z.string(), judgedWith: z.string(), isOfNow: flag },
})

export const campaigns = (sql: Sql): Campaigns => ({
  campaigns: async () => (await sql.all(all)).map(campaignIn),

  openCampaign: ({ id, obligation, year, root, practice, dates, openedAt }, recorded) =>
    batchWithLines(sql, { ...recorded, lists: { dues: [[joining, id, openedAt]] } }, [
      {
        sql: opened,
        params: [id, obligation, year, root, JSON.stringify({ v: 1, practice, ...dates }), openedAt],
      },
    ]),

  closeCampaign: (id, at, recorded) =>
    batchWithLines(sql, recorded, [
      { sql: 'UPDATE campaign SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL', params: [id, at] },
    ]),

  extend: ({ campaign, unit, until, by, at }, recorded) =>
    batchWithLines(sql, recorded, [
      { sql: extended, params: [campaign, unit, until, by, at] },
      { sql: marked, params: [campaign, unit, until] },
    ]),

  unitsToJoin: async ({ id, obligation, year, root }, most) =>
    (await sql.all(toJoin, [id, obligation, year, root, most])).map(row => {
      const { unit, filing } = readAs(toJoinRow, row, 'unit')
      return { unit: unitId(unit), filing: filing === null ? null : filingId(filing) }
    }),

  join: ({ campaign, turn, made, standing }) => {
    const replaced = made.map(replacement)
    const document = {
      ...{ now: turn.now, strict: true },
      made: replaced.flatMap(each => each.made.map(row => inCampaign(row, campaign))),
      audit: replaced.flatMap(({ audit }) => audit),
      stood: standing.map(filing => ({ filing, campaign })),
    }
    return inTurn(sql, turn, [roundStatement([document])])
  },

  datesOf: async filing => {
    const [row] = await sql.all(ofFiling, [filing])
    if (!row) return null
    const { dates, extendedUntil } = readAs(unitDatesRow, row, 'campaign')
    return { ...datesIn(dates), extendedUntil }
  },

  campaignStandings: async campaign => (await sql.all(standingsOf, [campaign])).map(standingIn),
})

/** The job by which filings join; the schema sets its rows for units that come later. */
const joining = 'join-campaign'

const campaignIn = (row: Row): Campaign => {
  const { id, obligation, year, root, dates, openedAt, closedAt } = readAs(campaignRow, row, 'campaign')
  return {
    ...{ id, obligation: obligationId(obligation), year, root: root === null ? null : unitId(root) },
    ...{ ...datesIn(dates), openedAt, closedAt },
  }
}

export const datesIn = (json: string): Pick<Campaign, 'practice' | 'dates'> => {
  const { v: _, practice, ...dates } = readAs(stored, jsonOf(json), 'campaign.dates')
  return { practice, dates }
}

const standingIn = (row: Row): CampaignStanding => {
  const { id, form, ...rest } = readAs(standingRow, row, 'standing')
  return { ...rest, id: unitId(id), form: formId(form) }
}

/** The last column of a filing that is made. */
const inCampaign = (row: DocumentRow, campaign: string): DocumentRow =>
  Array.isArray(row) ? [...row.slice(0, -1), campaign] : row

const all = `SELECT id, obligation, year, root, dates, opened_at AS openedAt, closed_at AS closedAt
  FROM campaign ORDER BY year DESC, opened_at DESC, id`

const ofFiling = `SELECT c.dates, s.extended_until AS extendedUntil
  FROM standing AS s JOIN campaign AS c ON c.id = s.campaign WHERE s.filing = ?1 AND c.closed_at IS NULL`

const opened = `INSERT INTO campaign (id, obligation, year, root, dates, opened_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`

const extended = `INSERT INTO extension (campaign, unit, until, "by", at) VALUES (?1, ?2, ?3, ?4, ?5)
  ON CONFLICT (campaign, unit) DO UPDATE SET until = excluded.until, "by" = excluded."by", at = excluded.at`

const marked = 'UPDATE standing SET extended_until = ?3 WHERE campaign = ?1 AND unit = ?2'

const toJoin = `SELECT u.id AS unit, f.id AS filing
  FROM unit AS u
  LEFT JOIN filing AS f ON f.unit = u.id AND f.obligation = ?2 AND f.year = ?3
  LEFT JOIN standing AS s ON s.filing = f.id
  WHERE u.files = 1 AND u.closed IS NULL AND s.campaign IS NOT ?1
    AND (?4 IS NULL OR u.id = ?4 OR EXISTS (SELECT 1 FROM unit_above AS a WHERE a.unit = u.id AND a.ancestor = ?4))
  ORDER BY u.place, u.rowid LIMIT ?5`

const standingsOf = `SELECT u.id, u.name AS unit, u.level, s.state, s.open, s.errors, s.content > 0 AS hasBegun,
    s.returned_times AS returnedTimes, s.entered_at AS enteredAt, s.first_submitted_at AS firstSubmittedAt,
    s.sealed_at AS sealedAt, s.mended_in_time AS mendedInTime, s.on_behalf AS onBehalf,
    s.extended_until AS extendedUntil, s.promised_on AS promisedOn, s.zero, s.missing, s.touched_at AS touchedAt,
    s.returned_at AS returnedAt, s.submitted_at AS submittedAt, s.mend_by AS mendBy, f.form,
    s.judged_with AS judgedWith, s.version = f.version AS isOfNow
  FROM standing AS s JOIN unit AS u ON u.id = s.unit JOIN filing AS f ON f.id = s.filing
  WHERE s.campaign = ?1 ORDER BY u.place, u.rowid`
