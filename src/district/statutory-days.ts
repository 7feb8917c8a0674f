// The days that the law itself frees, whatever the year's notice says (《全国年节及纪念日放假办法》, in force from 2025-01-01,
// article 2).

import { addDays } from './days.ts'
import { lunarDays } from './lunar-days.ts'

/** The free days of a year by law, as dates in order. */
export const statutoryDays = (year: number): readonly string[] => {
  const known = byYear.get(year)
  if (known) return known
  const { newYear, pureBrightness, dragonBoat, midAutumn } = lunarDays(year)
  const days = [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map(days => addDays(newYear, days)),
    pureBrightness,
    `${year}-05-01`,
    `${year}-05-02`,
    dragonBoat,
    midAutumn,
    ...['01', '02', '03'].map(day => `${year}-10-${day}`),
  ].sort()
  byYear.set(year, days)
  return days
}

const byYear = new Map<number, readonly string[]>()

/** The first day of the lunar year that begins in this one (初一). */
export const lunarNewYear = (year: number): string => lunarDays(year).newYear
