// The days of a season on which something happens, worked out from its dates: the due days that count, the law's last
// working day, and the last day on which a message is daily.

import { lastWorkingDay } from '../count-working-days.ts'
import { addDays } from '../days.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import { firstOpenDay } from './hours.ts'
import type { DayLine, NudgedFiling, SeasonDates } from './nudge.ts'

/** The working day by which a unit reports: its own where it was given longer, otherwise the season's (rule N1). */
export const dueDayOf = (
  calendar: WorkCalendar,
  dates: SeasonDates,
  filing: Pick<NudgedFiling, 'extendedUntil' | 'awaitsSignOff'>,
): string => {
  const ofSeason = filing.awaitsSignOff ? (dates.final ?? dates.due) : dates.due
  return lastWorkingDay(calendar, filing.extendedUntil ?? ofSeason ?? dates.publish ?? dates.legal)
}

/** The working day by which reports are published. */
export const publishDayOf = (calendar: WorkCalendar, dates: Pick<SeasonDates, 'publish' | 'legal'>): string =>
  lastWorkingDay(calendar, dates.publish ?? dates.legal)

/**
 * The last day of daily messages to whom a day has passed: the first after the law's. From then on the case belongs to a
 * person's telephone, and a message goes out once a week (rule N3).
 */
export const lastDailyDay = (calendar: WorkCalendar, dates: SeasonDates, due: string): string =>
  firstOpenDay(calendar, addDays(dates.legal > due ? dates.legal : due, 1))

/** Whether a message about a day that has passed is daily on this date. */
export const isDaily = (calendar: WorkCalendar, dates: SeasonDates, due: string, date: string): boolean =>
  date > due && (date <= dates.legal || date === lastDailyDay(calendar, dates, due))

/** The days beside the stage that a message names, in the order in which it says them. */
export const dayLines = (calendar: WorkCalendar, dates: SeasonDates, date: string): readonly DayLine[] => {
  const lines: DayLine[] = []
  if (dates.publish !== null && date === publishDayOf(calendar, dates)) lines.push('publish-day')
  if (date === dates.legal) lines.push('legal-day')
  else if (date === lastWorkingDay(calendar, dates.legal)) lines.push('last-working-day')
  else if (date > dates.legal) lines.push('past-legal')
  return lines
}
