// The law's calendar for reports. Dates are `YYYY-MM-DD` strings; working days are not judged here.

import type { Level } from '../engine/form.ts'

/**
 * The last day to publish the report for a year. Departments hand in and publish by 31 January (条例 article 49);
 * towns and street offices keep the same date by local practice; the governments of counties and above by 31 March.
 */
export const statutoryDate = (year: number, level: Level | null): string =>
  level === 'province' || level === 'city' || level === 'county' ? `${year + 1}-03-31` : `${year + 1}-01-31`

/** Whether this year has begun; before that there is nothing of it to report. */
export const hasBegun = (year: number, today: string): boolean => year <= Number(today.slice(0, 4))

/** The year that is reported on: from July on it is this year, before that last year. */
export const reportYear = (today: string): number => {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return month >= 7 ? year : year - 1
}
