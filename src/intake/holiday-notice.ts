// A notice of holidays from outside: its text as the State Council published it, or a file
// `{ "year": 2027, "off": ["2027-01-01"], "work": ["2027-01-31"] }`. It never throws at a file.

import * as z from 'zod'
import { dayTwice, type NoticeRead, readHolidayNotice, type WhyNoNotice } from '../reading/holiday-notice.ts'
import { parseJson } from './parse-json.ts'
import { textOf } from './text-of.ts'

/** The text of a notice has some 2,000 signs. */
export const mostNoticeBytes = 100_000

export type NoticeFile =
  | Extract<NoticeRead, { ok: true }>
  | {
      readonly ok: false
      readonly why: WhyNoNotice | 'not-text' | 'too-large' | 'not-notice'
      readonly clause: string
    }

export const readNoticeFile = (bytes: Uint8Array): NoticeFile => {
  if (bytes.length > mostNoticeBytes) return { ok: false, why: 'too-large', clause: '' }
  const text = textOf(bytes)
  if (text === null) return { ok: false, why: 'not-text', clause: '' }
  return text.trimStart().startsWith('{') ? readData(text) : readHolidayNotice(text)
}

const dates = z.array(z.iso.date()).max(60)
const shape = z
  .strictObject({ year: z.int().min(2000).max(2100), off: dates.min(1), work: dates })
  .refine(({ year, off, work }) =>
    [...off, ...work].every(date => Math.abs(Number(date.slice(0, 4)) - year) <= 1),
  )

const readData = (text: string): NoticeFile => {
  const parsed = parseJson(text)
  const read = 'value' in parsed ? shape.safeParse(parsed.value) : null
  if (!read?.success) return { ok: false, why: 'not-notice', clause: '' }
  const { off, work } = read.data
  const twice = off.filter(day => dayTwice([day], work))
  return twice.length > 0
    ? { ok: false, why: 'day-twice', clause: twice.join(', ') }
    : { ok: true, ...read.data }
}
