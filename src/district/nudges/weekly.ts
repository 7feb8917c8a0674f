// The weekly message after the daily ones have ended (2.5): on the first open day of a week, not on the day after another
// message, and not after March.

import { addDays, eachDay, mondayOf } from '../days.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import { isOpenDay } from './hours.ts'
import type { Season, SentNudge } from './nudge.ts'

export const weeklyOn = (
  calendar: WorkCalendar,
  { dates }: Season,
  lastDaily: string,
  sent: readonly SentNudge[],
  date: string,
): boolean => {
  const monday = mondayOf(date)
  if (date <= lastDaily || date > lastWeeklyDay(dates.legal) || monday <= mondayOf(lastDaily)) return false
  const isFirst = eachDay(monday, addDays(date, -1)).every(day => !isOpenDay(calendar, day))
  const yesterday = addDays(date, -1)
  return isFirst && yesterday !== lastDaily && !sent.some(each => each.date === yesterday)
}

const lastWeeklyDay = (legal: string): string => `${legal.slice(0, 4)}-03-31`
