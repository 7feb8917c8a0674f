// A day, kept as `YYYY-MM-DD`. A day without its year is of the year that the report is about.

import { printDate, readDate } from '../../reading/date.ts'
import { wordsKind } from './words.ts'

export const date = wordsKind((typed, { year } = {}) => {
  const read = readDate(typed, year ?? null)
  return 'fault' in read ? { unread: read.fault } : { value: read.date, note: null }
}, printDate)
