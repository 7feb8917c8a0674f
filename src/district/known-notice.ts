// The notices that the holiday library carries. It calls every weekday of a year without a notice a working day, the first
// of January included, so a year counts only where it names any free weekday.

import chineseDays from 'chinese-days'
import { eachDay } from './days.ts'
import type { Notice } from './notice.ts'

/** The notice for a year, or null where the library has none. */
export const knownNotice = (year: number): Notice | null => {
  const known = notices.get(year)
  if (known !== undefined) return known
  const notice = readNotice(year)
  notices.set(year, notice)
  return notice
}

const notices = new Map<number, Notice | null>()

const readNotice = (year: number): Notice | null => {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if (chineseDays.getHolidaysInRange(first, last, false).length === 0) return null
  const days = eachDay(first, last).map(date => chineseDays.getDayDetail(date))
  // A day that the notice names carries the holiday's name in three parts, any other the weekday.
  const named = days.filter(({ name }) => name.includes(','))
  return {
    year,
    off: named.filter(({ work }) => !work).map(({ date }) => date),
    work: named.filter(({ work }) => work).map(({ date }) => date),
  }
}
