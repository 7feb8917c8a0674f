// Dates counted: `YYYY-MM-DD` in, `YYYY-MM-DD` out. A date alone is read as its midnight in UTC (ECMA-262, 21.4.1.32), so no
// zone and no summer time comes in.

import { weekdayOf } from './weekday.ts'

const dayMs = 86_400_000

/** The date so many days later; earlier where the number is negative. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)

/** Every date from one to another, both included; none where the last stands before the first. */
export const eachDay = (first: string, last: string): readonly string[] => {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** The Monday of the week that a date stands in. A week is Monday to Sunday (GB/T 7408). */
export const mondayOf = (date: string): string => addDays(date, -((weekdayOf(date) + 6) % 7))
