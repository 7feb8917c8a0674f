// A date begins at its own midnight in the district’s zone.

import { expect, test } from 'vitest'
import { dateIn } from '../../src/district/date-in.ts'
import { startIn } from '../../src/district/start-in.ts'

test.each([
  ['Asia/Shanghai', '2027-01-01', '2026-12-31T16:00:00Z'],
  ['Asia/Urumqi', '2027-01-01', '2026-12-31T18:00:00Z'],
  ['UTC', '2027-01-01', '2027-01-01T00:00:00Z'],
  ['America/New_York', '2026-07-01', '2026-07-01T04:00:00Z'],
])('in %s %s begins at %s', (zone, date, instant) => {
  const start = startIn(zone, date)
  expect(new Date(start).toISOString()).toBe(new Date(instant).toISOString())
  expect(startIn(zone, date)).toBe(start)
  expect(dateIn(zone, start)).toBe(date)
  expect(dateIn(zone, start - 1)).not.toBe(date)
})
