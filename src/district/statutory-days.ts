// The days that the law itself frees, whatever the year's notice says (《全国年节及纪念日放假办法》, in force from 2025-01-01,
// article 2). Lunar days and solar terms are the library's, for Intl puts the first lunar day of 2027 a day late.

import chineseDays from 'chinese-days'
import { addDays } from './days.ts'

/** The free days of a year by law, as dates in order. */
export const statutoryDays = (year: number): readonly string[] => {
  const known = byYear.get(year)
  if (known) return known
  const newYear = lunarNewYear(year)
  const days = [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map(days => addDays(newYear, days)),
    chineseDays.getSolarTermDate(year, 4, 'pure_brightness'),
    `${year}-05-01`,
    `${year}-05-02`,
    solarDate(year, 5, 5),
    solarDate(year, 8, 15),
    ...['01', '02', '03'].map(day => `${year}-10-${day}`),
  ].sort()
  byYear.set(year, days)
  return days
}

const byYear = new Map<number, readonly string[]>()

/** The first day of the lunar year that begins in this one (初一). */
export const lunarNewYear = (year: number): string => solarDate(year, 1, 1)

const solarDate = (year: number, month: number, day: number): string =>
  chineseDays.getSolarDateFromLunar(`${year}-${month}-${day}`).date
