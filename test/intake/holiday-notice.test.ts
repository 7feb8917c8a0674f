// A notice of holidays as a file of data.

import { expect, test } from 'vitest'
import { readNoticeFile } from '../../src/intake/holiday-notice.ts'

const fileOf = (data: unknown) => readNoticeFile(new TextEncoder().encode(JSON.stringify(data)))

test('data with a day off that works are refused, and the day is named', () => {
  const data = { year: 2027, off: ['2027-02-13', '2027-02-14'], work: ['2027-02-14'] }
  expect(fileOf(data)).toEqual({ ok: false, why: 'day-twice', clause: '2027-02-14' })
  expect(fileOf({ ...data, work: ['2027-01-31'] })).toMatchObject({ ok: true, work: ['2027-01-31'] })
})
