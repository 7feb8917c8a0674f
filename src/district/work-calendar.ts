// Working days of China: by the year's notice where one is known, otherwise an estimate that says so. Pure: a notice that
// an administrator loaded is an argument and goes before the one that the library carries.

import { addDays } from './days.ts'
import { knownNotice } from './known-notice.ts'
import type { Notice } from './notice.ts'
import { lunarNewYear, statutoryDays } from './statutory-days.ts'
import { weekdayOf } from './weekday.ts'

export type WorkCalendar = {
  /** Whether a notice says which days of this date's year are free. */
  readonly covers: (date: string) => boolean
  /** Whether people work on this date; of a year without a notice, as the law and the weekday have it. */
  readonly works: (date: string) => boolean
  /** Whether nothing goes out by itself: the Spring Festival, and its eve even where it is a working day. */
  readonly isSilent: (date: string) => boolean
  /** Whether a holiday of three free days or more, one of them by law, begins on the next day. */
  readonly isEve: (date: string) => boolean
  /** Whether such a holiday ended on the day before. */
  readonly isReturn: (date: string) => boolean
}

/** Gives the notice of a year, or null. The library's, unless a test or a season without one is played. */
export type KnownNotice = (year: number) => Notice | null

/** `loaded` are notices that were imported; of two for one year the later in the list holds. */
export const workCalendar = (
  loaded: readonly Notice[] = [],
  known: KnownNotice = knownNotice,
): WorkCalendar => {
  const notices = new Map<number, DayNotice | null>()
  const noticeOf = (date: string): DayNotice | null => {
    const year = yearOf(date)
    const found = notices.get(year)
    if (found !== undefined) return found
    const notice = loaded.findLast(each => each.year === year) ?? known(year)
    const read = notice && { off: new Set(notice.off), work: new Set(notice.work) }
    notices.set(year, read)
    return read
  }
  const covers = (date: string): boolean => noticeOf(date) !== null
  const works = remember(date => {
    const notice = noticeOf(date)
    if (notice?.work.has(date)) return true
    if (isWeekend(date)) return false
    return notice ? !notice.off.has(date) : !statutoryDays(yearOf(date)).includes(date)
  })
  const isSilent = remember(date => {
    const newYear = lunarNewYear(yearOf(date))
    const eve = addDays(newYear, -1)
    if (date < eve || date > addDays(newYear, mostSpringDays)) return false
    if (!covers(date)) return date <= addDays(newYear, lastEstimatedDay - 1)
    return date === eve || (!works(date) && freeDaysAround(works, date).includes(newYear))
  })
  const isLong = (free: readonly string[]): boolean =>
    free.length >= 3 && free.some(date => statutoryDays(yearOf(date)).includes(date))
  return {
    covers,
    works,
    isSilent,
    isEve: remember(date => works(date) && isLong(freeDaysAround(works, addDays(date, 1)))),
    isReturn: remember(date => works(date) && isLong(freeDaysAround(works, addDays(date, -1)))),
  }
}

type DayNotice = { readonly off: ReadonlySet<string>; readonly work: ReadonlySet<string> }

// No holiday of a notice has lasted longer than this after the first lunar day.
const mostSpringDays = 15
// Without a notice nothing goes out up to 正月初九 (the office's rule N7).
const lastEstimatedDay = 9

/** A plan asks for the same few days once for each of thousands of filings. */
const remember = (answer: (date: string) => boolean): ((date: string) => boolean) => {
  const known = new Map<string, boolean>()
  return date => {
    const before = known.get(date)
    if (before !== undefined) return before
    const now = answer(date)
    known.set(date, now)
    return now
  }
}

const yearOf = (date: string): number => Number(date.slice(0, 4))

const isWeekend = (date: string): boolean => {
  const weekday = weekdayOf(date)
  return weekday === 0 || weekday === 6
}

/** The free days in a row around a date; none where people work on it. */
const freeDaysAround = (works: (date: string) => boolean, date: string): readonly string[] => {
  if (works(date)) return []
  const days = [date]
  for (let day = addDays(date, -1); !works(day); day = addDays(day, -1)) days.unshift(day)
  for (let day = addDays(date, 1); !works(day); day = addDays(day, 1)) days.push(day)
  return days
}
