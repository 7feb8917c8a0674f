// Filings whose standing is behind, read whole with their unit and last year's report: two statements for a slice.

import * as z from 'zod'
import type { Standings } from '../app/ports/standings.ts'
import { filingStates } from '../district/lifecycle.ts'
import { unitId } from '../engine/filing.ts'
import { contentColumns, filingIn, filingShape, readYearsBefore } from './read-filing.ts'
import { level, readAs, readPowers } from './rows.ts'
import type { Sql } from './sql.ts'

const behindRow = filingShape.extend({
  state: z.enum(filingStates),
  unitName: z.string(),
  level,
  powers: z.string(),
  touchedAt: z.int().nullable(),
})

export const standings = (sql: Sql): Standings => ({
  behind: async ({ states, forms, year }, most) => {
    const rows = await sql.all(behind, [JSON.stringify(forms), JSON.stringify(states), year, most])
    const read = rows.map(row => readAs(behindRow, row, 'filing'))
    const before = await readYearsBefore(sql, read.map(filingIn))
    return read.map(({ unitName, level, powers, state, touchedAt, ...row }) => {
      const filing = filingIn(row)
      const unit = { id: unitId(row.unit), name: unitName, level, powers: readPowers(powers) }
      return { filing, unit, previous: before.get(filing.id) ?? null, state, touchedAt }
    })
  },
})

/** Contents are read of the slice alone. */
const behind = `SELECT f.id AS filing, f.unit, f.obligation, f.form, f.revision, f.year, f.version, f.state,
    u.name AS unitName, u.level, u.powers, s.touched_at AS touchedAt, ${contentColumns}
  FROM (
    SELECT f.id FROM filing AS f
      JOIN json_each(?1) AS j ON j.value ->> 0 = f.form
      LEFT JOIN standing AS s ON s.filing = f.id
    WHERE f.state IN (SELECT value FROM json_each(?2))
      AND (s.version IS NOT f.version OR s.judged_with IS NOT iif(f.year < ?3, j.value ->> 1, j.value ->> 2))
    ORDER BY f.id LIMIT ?4) AS slice
  JOIN filing AS f ON f.id = slice.id
  JOIN unit AS u ON u.id = f.unit
  LEFT JOIN standing AS s ON s.filing = f.id`
