// One day in a person's answer: 2026年1月31日 · 2026-1-31 · 2026.1.31 · 1月31日 in a year that is known. It must not
// guess: a month alone, two days, or a day that no calendar has give a fault.

import { withoutCourtesy } from './courtesy.ts'
import { readNumeral } from './numeral.ts'
import { spell } from './spell.ts'
import { isVague } from './vague.ts'

export type DateRead =
  /** `YYYY-MM-DD`. */
  { readonly date: string } | { readonly fault: 'no-date' | 'no-such-day' | 'no-year' | 'several' | 'vague' }

const numeral = '[\\d零一二三四五六七八九十]'
const words = new RegExp(
  `^(?:(\\d{4}|[零一二三四五六七八九]{4})年)?(${numeral}{1,3})月(${numeral}{1,3})[日号]?$`,
)
const figures = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})\.?$/
const together = /^(\d{4})(\d{2})(\d{2})$/
const day = /(?:\d{4}年)?\d{1,2}月\d{1,2}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{8}/g
/** Reports are of this time: another year is a slip. */
const [firstYear, lastYear] = [1900, 2199]

/** Reads an answer that should be one day; `year` is the one that a day without a year belongs to. Never throws. */
export const readDate = (text: string, year: number | null): DateRead => {
  const said = withoutCourtesy(spell(text)).replaceAll(' ', '')
  const parts = partsOf(said)
  if (!parts) return { fault: faultOf(said) }
  const [written, month, date] = parts
  const full = written ?? year
  if (full === null) return { fault: 'no-year' }
  return isDay(full, month, date) ? { date: iso(full, month, date) } : { fault: 'no-such-day' }
}

/** The day as documents print it; `readDate` reads it back. */
export const printDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

type Parts = readonly [year: number | undefined, month: number, day: number]

const partsOf = (said: string): Parts | undefined => {
  const inWords = words.exec(said)
  if (inWords) return numbers(inWords[1], inWords[2], inWords[3])
  const inFigures = figures.exec(said)
  if (inFigures) return numbers(inFigures[1], inFigures[3], inFigures[4])
  const [, year, month, day] = together.exec(said) ?? []
  return numbers(year, month, day)
}

const numbers = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Parts | undefined => {
  const [months, days] = [numberOf(month), numberOf(day)]
  if (months === undefined || days === undefined) return undefined
  return [numberOf(year), months, days]
}

const numberOf = (written: string | undefined): number | undefined => {
  const read = written === undefined ? undefined : readNumeral(written)
  return read && Number(read.mantissa)
}

const isDay = (year: number, month: number, day: number): boolean => {
  if (year < firstYear || year > lastYear) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const iso = (year: number, month: number, day: number): string =>
  [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

const faultOf = (said: string): 'no-date' | 'several' | 'vague' => {
  if ((said.match(day)?.length ?? 0) > 1) return 'several'
  return /\d/.test(said) && isVague(said) ? 'vague' : 'no-date'
}
