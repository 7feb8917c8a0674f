// Instants to dates: the one place where a `YYYY-MM-DD` of the district's zone is made.

import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { startOfDay } from 'date-fns/startOfDay'

/** A date and the instants between which it lasts, the last one not included. */
type Day = { readonly date: string; readonly from: number; readonly until: number }

/** The day that was asked for last in each zone: most questions are about now. */
const latest = new Map<string, Day>()

/** The date of an instant (epoch milliseconds) in a zone such as `Asia/Shanghai`. */
export const dateIn = (zone: string, at: number): string => {
  const known = latest.get(zone)
  if (known && at >= known.from && at < known.until) return known.date
  const local = new TZDate(at, zone)
  const from = startOfDay(local)
  const day = { date: format(local, 'yyyy-MM-dd'), from: +from, until: +startOfDay(addDays(from, 1)) }
  latest.set(zone, day)
  return day.date
}
