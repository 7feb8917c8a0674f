// Which year is reported on, and dates as people say them.

import { expect, test } from 'vitest'
import { hasBegun, reportYear } from '../../src/district/calendar.ts'
import { dateIn } from '../../src/district/date-in.ts'
import { weekdayOf } from '../../src/district/weekday.ts'

test.each([
  ['2026-01-01', 2025],
  ['2026-03-31', 2025],
  ['2026-06-30', 2025],
  ['2026-07-01', 2026],
  ['2026-12-31', 2026],
])('on %s the report is for %d', (today, year) => {
  expect(reportYear(today)).toBe(year)
})

test.each([
  ['2021-01-31', 0],
  ['2026-01-12', 1],
  ['2026-02-28', 6],
  ['2024-02-29', 4],
])('%s is weekday %d', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday)
})

test('an instant has the date of the zone it is asked for', () => {
  const lastMinute = Date.UTC(2025, 11, 31, 15, 59, 59)
  expect(dateIn('Asia/Shanghai', lastMinute)).toBe('2025-12-31')
  expect(dateIn('Asia/Shanghai', lastMinute + 1_000)).toBe('2026-01-01')
  expect(dateIn('UTC', lastMinute + 1_000)).toBe('2025-12-31')
})

test.each([
  ['2027-01-12', 2026, true],
  ['2027-01-12', 2027, true],
  ['2027-12-31', 2028, false],
  ['2028-01-01', 2028, true],
])('on %s the year %i has begun: %s', (today, year, begun) => {
  expect(hasBegun(year, today)).toBe(begun)
})
