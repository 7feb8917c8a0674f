// The office's own messages: one a day from the due day on, while one can still telephone, and the list on the first
// working day after the law's (2.5). Everything before is shown on the page and not sent.

import { lastWorkingDay } from '../count-working-days.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import { isOpenDay } from './hours.ts'
import type { Season } from './nudge.ts'
import { dueDayOf, lastDailyDay } from './season-days.ts'

export type Digest = {
  /** As nudges have them: once for each campaign, stage and day. */
  readonly key: string
  readonly date: string
  /** Minutes of the day. */
  readonly time: number
  readonly stage: 'digest' | 'list'
}

const [early, late] = [10 * 60, 16 * 60 + 30]

/** The office's message of a date, or null. */
export const digestOn = (calendar: WorkCalendar, season: Season, date: string): Digest | null => {
  const { campaign, dates, closedOn } = season
  if (!isOpenDay(calendar, date) || (closedOn !== null && date > closedOn)) return null
  const due = dueDayOf(calendar, dates, { extendedUntil: null, awaitsSignOff: false })
  const digest = (stage: Digest['stage'], time: number): Digest => ({
    key: [campaign, stage, date].join('/'),
    date,
    time,
    stage,
  })
  if (date >= due && date <= lastWorkingDay(calendar, dates.legal))
    return digest('digest', calendar.isEve(date) ? early : late)
  return date === lastDailyDay(calendar, dates, due) ? digest('list', early) : null
}
