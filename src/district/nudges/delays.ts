// The delays that a person may answer to a nudge instead of filling in: later today, tomorrow, or the day on which the report that is
// under signature is handed in.

import { addDays } from '../days.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import { afternoonOf, firstOpenDay, firstTime, isRingTime } from './hours.ts'
import type { Moment } from './moment.ts'

export type Delay = { readonly type: 'afternoon' | 'next-day' | 'signing'; readonly until: Moment }

/** So many days of handing in are offered, the nearest. */
const mostDays = 3
const endOfDay = 24 * 60 - 1

/** In the order in which they are offered. Signing ends with the law's day, and is nothing to say of a returned report. */
export const delaysAt = (
  calendar: WorkCalendar,
  { date, time }: Moment,
  { legal, isReturned }: { readonly legal: string; readonly isReturned: boolean },
): readonly Delay[] => {
  const afternoon = afternoonOf(date)
  const next = firstOpenDay(calendar, addDays(date, 1))
  return [
    ...(time < afternoon.time && isRingTime(calendar, afternoon)
      ? [{ type: 'afternoon' as const, until: afternoon }]
      : []),
    { type: 'next-day', until: { date: next, time: firstTime(calendar, next) } },
    ...(isReturned ? [] : openDays(calendar, next, legal)).map(day => ({
      type: 'signing' as const,
      until: { date: day, time: endOfDay },
    })),
  ]
}

const openDays = (calendar: WorkCalendar, first: string, last: string): readonly string[] => {
  const days: string[] = []
  for (let day = first; day <= last && days.length < mostDays; ) {
    days.push(day)
    day = firstOpenDay(calendar, addDays(day, 1))
  }
  return days
}
