// Working days counted and found. Days are counted without today and with the last one, as offices do.

import { addDays, eachDay } from './days.ts'
import type { WorkCalendar } from './work-calendar.ts'

type Works = Pick<WorkCalendar, 'works'>

/** The last working day on or before a date. */
export const lastWorkingDay = ({ works }: Works, date: string): string =>
  works(date) ? date : lastWorkingDay({ works }, addDays(date, -1))

/** The first working day on or after a date. */
export const firstWorkingDay = ({ works }: Works, date: string): string =>
  works(date) ? date : firstWorkingDay({ works }, addDays(date, 1))

/** The working day that stands so many working days after a date; before it where the number is negative. */
export const shiftWorkingDays = (calendar: Works, date: string, days: number): string => {
  if (days === 0) return date
  return days > 0
    ? shiftWorkingDays(calendar, firstWorkingDay(calendar, addDays(date, 1)), days - 1)
    : shiftWorkingDays(calendar, lastWorkingDay(calendar, addDays(date, -1)), days + 1)
}

/** The working days after a date, up to another. */
export const workingDaysAfter = ({ works }: Works, date: string, last: string): readonly string[] =>
  eachDay(addDays(date, 1), last).filter(works)
