// Calendar feeds by the hashes of their secrets, and the dates of a unit that they tell.

import * as z from 'zod'
import type { Feed, Feeds } from '../app/ports/feeds.ts'
import { personId, unitId } from '../engine/filing.ts'
import { obligationId } from '../engine/form.ts'
import { datesIn } from './campaigns.ts'
import { batchWithLines } from './chains.ts'
import { level, readAs } from './rows.ts'
import type { Row, Sql } from './sql.ts'

const feedRow = z.object({
  ...{ hash: z.string(), unit: z.string(), person: z.string().nullable(), since: z.int() },
})
const listedRow = z.object({
  ...feedRow.shape,
  ...{ unitName: z.string(), personName: z.string().nullable() },
})
const day = z.string().nullable()
const datesRow = z.object({
  ...{ campaign: z.string(), unitName: z.string(), level, obligation: z.string(), year: z.int() },
  ...{ dates: z.string(), extendedUntil: day, mendBy: day },
})

export const feeds = (sql: Sql): Feeds => ({
  addFeed: ({ hash, unit, person, since }, ended, recorded) =>
    batchWithLines(sql, recorded, [
      { sql: endedOnes, params: [JSON.stringify(ended)] },
      {
        sql: 'INSERT INTO feed (hash, unit, person, since) VALUES (?1, ?2, ?3, ?4)',
        params: [hash, unit, person, since],
      },
    ]),

  endFeeds: (hashes, recorded) =>
    batchWithLines(sql, recorded, [{ sql: endedOnes, params: [JSON.stringify(hashes)] }]),

  feed: async hash => {
    const [row] = await sql.all('SELECT hash, unit, person, since FROM feed WHERE hash = ?1', [hash])
    return row ? feedIn(readAs(feedRow, row, 'feed')) : null
  },

  feeds: async () =>
    (await sql.all(listed)).map((row: Row) => {
      const { unitName, personName, ...feed } = readAs(listedRow, row, 'feed')
      return { ...feedIn(feed), unitName, personName }
    }),

  feedDates: async unit =>
    (await sql.all(datesOf, [unit])).map(row => {
      const { dates, obligation, ...rest } = readAs(datesRow, row, 'campaign')
      return { ...rest, ...datesIn(dates), obligation: obligationId(obligation) }
    }),
})

const feedIn = ({ unit, person, ...rest }: z.infer<typeof feedRow>): Feed => ({
  ...rest,
  unit: unitId(unit),
  person: person === null ? null : personId(person),
})

const endedOnes = 'DELETE FROM feed WHERE hash IN (SELECT value FROM json_each(?1))'

const listed = `SELECT f.hash, f.unit, f.person, f.since, u.name AS unitName, nullif(p.name, '') AS personName
  FROM feed AS f JOIN unit AS u ON u.id = f.unit LEFT JOIN person AS p ON p.id = f.person
  ORDER BY f.since, f.hash`

/** A unit that files nothing, such as the district's own, has the dates of the campaigns over it. */
const datesOf = `SELECT c.id AS campaign, u.name AS unitName, u.level, c.obligation, c.year, c.dates,
    s.extended_until AS extendedUntil, iif(s.state = 'returned', s.mend_by, NULL) AS mendBy
  FROM unit AS u JOIN campaign AS c ON c.closed_at IS NULL
    LEFT JOIN standing AS s ON s.campaign = c.id AND s.unit = u.id
  WHERE u.id = ?1 AND (s.state <> 'exempt' OR (s.filing IS NULL AND u.files = 0 AND (c.root IS NULL OR c.root = u.id
    OR EXISTS (SELECT 1 FROM unit_above AS a WHERE a.unit = u.id AND a.ancestor = c.root))))
  ORDER BY c.year, c.obligation`
