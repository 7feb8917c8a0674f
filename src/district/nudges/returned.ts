// The clock of a returned report (rule N4): two working days from the day on which the return rang, never past the day of
// publication, then as for any day that has passed.

import { lastWorkingDay, shiftWorkingDays, workingDaysAfter } from '../count-working-days.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import type { Season, SentNudge, StageOnDay } from './nudge.ts'
import { dayLines, isDaily, lastDailyDay, publishDayOf } from './season-days.ts'
import { weeklyOn } from './weekly.ts'

/** The day by which a report is to be handed in again that was returned on a day: the return's own, else two working days. */
export const returnDueDay = (
  calendar: WorkCalendar,
  season: { readonly dates: Pick<Season['dates'], 'publish' | 'legal'> },
  rangOn: string,
  until: string | null,
): string => {
  if (until !== null) return lastWorkingDay(calendar, until)
  const publish = publishDayOf(calendar, season.dates)
  if (rangOn === publish) return shiftWorkingDays(calendar, rangOn, 1)
  const due = shiftWorkingDays(calendar, rangOn, 2)
  return rangOn < publish && due > publish ? publish : due
}

/** The stage that falls on a date for a report whose return rang on a day, or null. */
export const returnedOn = (
  calendar: WorkCalendar,
  season: Season,
  rangOn: string,
  until: string | null,
  sent: readonly SentNudge[],
  date: string,
): StageOnDay | null => {
  const due = returnDueDay(calendar, season, rangOn, until)
  const lines = dayLines(calendar, season.dates, date)
  const entry = (stage: StageOnDay['stage']): StageOnDay => ({ urgency: 'returned', stage, due, lines })
  if (date <= rangOn) return date === rangOn ? entry('returned') : null
  if (date === due) return entry('returned-due')
  if (date < due) return date === shiftWorkingDays(calendar, rangOn, 1) ? entry('returned-again') : null
  if (isDaily(calendar, season.dates, due, date))
    return entry(`returned-overdue-${workingDaysAfter(calendar, due, date).length}`)
  return weeklyOn(calendar, season, lastDailyDay(calendar, season.dates, due), sent, date)
    ? entry('weekly')
    : null
}
