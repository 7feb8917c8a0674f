// Dates to instants: when a date of the district's zone begins.

import { TZDate } from '@date-fns/tz'

/** The instant (epoch milliseconds) at which a `YYYY-MM-DD` begins in a zone; worked out once, for it is asked often. */
export const startIn = (zone: string, date: string): number => {
  const key = `${zone} ${date}`
  const known = starts.get(key)
  if (known !== undefined) return known
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const start = new TZDate(year, month - 1, day, zone).getTime()
  if (starts.size < mostKept) starts.set(key, start)
  return start
}

const mostKept = 1_000
const starts = new Map<string, number>()
