// Approved reports that their unit publishes itself and that have no address yet (rule N8).

import { shiftWorkingDays, workingDaysAfter } from '../count-working-days.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import type { Season, SentNudge, StageOnDay } from './nudge.ts'
import { dayLines, isDaily, lastDailyDay, publishDayOf } from './season-days.ts'
import { weeklyOn } from './weekly.ts'

/** The stage that falls on a date, or null; a day on or before the approval is not made up, the approval names the date. */
export const publishOn = (
  calendar: WorkCalendar,
  season: Season,
  approvedOn: string,
  sent: readonly SentNudge[],
  date: string,
): StageOnDay | null => {
  const due = publishDayOf(calendar, season.dates)
  const lines = dayLines(calendar, season.dates, date).filter(line => line !== 'publish-day')
  const entry = (stage: StageOnDay['stage']): StageOnDay => ({ urgency: 'publish', stage, due, lines })
  if (date <= approvedOn) return null
  if (date === shiftWorkingDays(calendar, due, -2)) return entry('publish-2')
  if (date === due) return entry('publish-due')
  if (isDaily(calendar, season.dates, due, date))
    return entry(`publish-overdue-${workingDaysAfter(calendar, due, date).length}`)
  return weeklyOn(calendar, season, lastDailyDay(calendar, season.dates, due), sent, date)
    ? entry('weekly')
    : null
}
