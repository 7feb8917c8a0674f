// A day, kept as `YYYY-MM-DD`. A day without its year is of the year that the report is about.

import { printDate, readDate } from '../../reading/date.ts'
import type { AnswerKind } from './answer.ts'
import { wordsKind } from './words.ts'

const words = wordsKind((typed, { year } = {}) => {
  const read = readDate(typed, year ?? null)
  return 'fault' in read ? { unread: read.fault } : { value: read.date, note: null }
}, printDate)

export const date: AnswerKind = {
  ...words,
  fits: value => value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
}
