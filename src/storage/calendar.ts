// Notices of holidays, a row for each day that they name.

import * as z from 'zod'
import type { Calendar } from '../app/ports/calendar.ts'
import type { Notice } from '../district/notice.ts'
import { batchWithLines } from './chains.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

const dayRow = z.object({ year: z.int(), day: z.string(), kind: z.enum(['holiday', 'workday']) })

export const calendar = (sql: Sql): Calendar => ({
  notices: async () => {
    const rows = (await sql.all(listed)).map(row => readAs(dayRow, row, 'calendar'))
    return [...Map.groupBy(rows, ({ year }) => year)].map(
      ([year, days]): Notice => ({ year, off: daysOf(days, 'holiday'), work: daysOf(days, 'workday') }),
    )
  },

  putNotice: ({ year, off, work }, recorded) =>
    batchWithLines(sql, recorded, [
      { sql: 'DELETE FROM calendar_day WHERE year = ?1', params: [year] },
      { sql: added, params: [year, 'holiday', JSON.stringify(off)] },
      { sql: added, params: [year, 'workday', JSON.stringify(work)] },
    ]),
})

const listed = 'SELECT year, day, kind FROM calendar_day ORDER BY year, day'

const added = `INSERT INTO calendar_day (year, day, kind)
  SELECT DISTINCT ?1, value, ?2 FROM json_each(?3)`

const daysOf = (
  days: readonly z.infer<typeof dayRow>[],
  kind: z.infer<typeof dayRow>['kind'],
): readonly string[] => days.filter(each => each.kind === kind).map(({ day }) => day)
