// The date of an instant, which is kept for the day that was asked for last: each zone has its own, and no kept day is said
// of an instant outside it.

import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateIn } from '../../src/district/date-in.ts'

const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'] as const

test('midnight ends a day in each zone by itself', () => {
  const midnight = Date.UTC(2027, 0, 31, 16)
  const dates = [midnight - 1, midnight, midnight - 1].map(at => [
    dateIn('Asia/Shanghai', at),
    dateIn('America/New_York', at),
  ])
  expect(dates).toEqual([
    ['2027-01-31', '2027-01-31'],
    ['2027-02-01', '2027-01-31'],
    ['2027-01-31', '2027-01-31'],
  ])
})

test('a day that is kept is said of none but its own instants, also where a clock is put on or back', () => {
  const instants = fc.integer({ min: Date.UTC(2011, 11, 28), max: Date.UTC(2011, 11, 28) + 400 * 86_400_000 })
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom(...zones), instants, fc.integer({ min: -7_200_000, max: 7_200_000 })),
      ),
      asked => {
        for (const [zone, at, more] of asked)
          for (const each of [at, at + more])
            expect(dateIn(zone, each)).toBe(format(new TZDate(each, zone), 'yyyy-MM-dd'))
      },
    ),
  )
})
