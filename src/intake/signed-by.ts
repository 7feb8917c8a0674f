// Words that say who signed, and on which day: 周明 1月14日 · 周明，1月14日 · 周明. It must not guess: a day that is still
// to come, or no name, is a fault.

import { readDate } from '../reading/date.ts'

export type SignedBy =
  /** `on` is `YYYY-MM-DD`. */
  { readonly who: string; readonly on: string } | { readonly fault: 'no-name' | 'no-day' | 'to-come' }

/** `today` is the day in the district; a day without a year is the last one of that name, where it is not long ago. */
export const readSignedBy = (text: string, today: string): SignedBy => {
  const said = text.trim().replace(/[\u3002.]$/, '')
  const [, first = '', date] =
    /^(.{1,60}?)[\s\uff0c,\u3001\u4e8e]{0,3}((?:\d{4}|[\d\u4e00-\u9fa5]{1,3}\u6708).{1,12})?$/u.exec(said) ??
    []
  const who = first.replace(/[\uff1a:\uff0c,\u3001\s]{1,3}$/u, '').trim()
  if (who === '' || who.length > longestName || /\d/.test(who)) return { fault: 'no-name' }
  if (date === undefined) return { who, on: today }
  const year = Number(today.slice(0, 4))
  const thisYear = readDate(date, year)
  if (!('date' in thisYear)) return { fault: 'no-day' }
  if (thisYear.date <= today) return { who, on: thisYear.date }
  const lastYear = readDate(date, year - 1)
  // In January papers of December are told of, and a day of this month is one to come.
  const isPast = 'date' in lastYear && lastYear.date < today && lastYear.date.slice(5) > '07'
  return isPast ? { who, on: lastYear.date } : { fault: 'to-come' }
}

const longestName = 20
