// Working days by notice and by estimate, silence around the Spring Festival, and the days counted on them. Dates are
// written by hand from the notices.

import { describe, expect, test } from 'vitest'
import { lastWorkingDay, shiftWorkingDays, workingDaysAfter } from '../../src/district/count-working-days.ts'
import { eachDay, mondayOf } from '../../src/district/days.ts'
import { knownNotice } from '../../src/district/known-notice.ts'
import { lunarNewYear, statutoryDays } from '../../src/district/statutory-days.ts'
import { workCalendar } from '../../src/district/work-calendar.ts'

const calendar = workCalendar()

describe('the lunar year', () => {
  test.each([
    ['2025', '2025-01-29'],
    ['2026', '2026-02-17'],
    ['2027', '2027-02-06'],
    ['2030', '2030-02-03'],
  ])('of %s begins on %s', (year, date) => {
    expect(lunarNewYear(Number(year))).toBe(date)
  })
})

describe('the days that the law frees', () => {
  test('are thirteen, the eve of the lunar year among them', () => {
    expect(statutoryDays(2026)).toEqual([
      ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-04-05'],
      ...['2026-05-01', '2026-05-02', '2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-03'],
    ])
  })
})

describe('a year with a notice', () => {
  test.each([
    ['a free Friday of a holiday', '2026-01-02', false],
    ['a Sunday that works for it', '2026-01-04', true],
    ['an ordinary Monday', '2026-01-05', true],
    ['an ordinary Saturday', '2026-01-10', false],
    ['a Sunday before the Spring Festival that works', '2025-01-26', true],
    ['the eve, where the notice works on it', '2024-02-09', true],
  ])('%s, %s: %s', (_, date, works) => {
    expect(calendar.covers(date)).toBe(true)
    expect(calendar.works(date)).toBe(works)
  })

  test('is silent on the whole holiday and on the eve that is a working day', () => {
    expect(eachDay('2024-02-01', '2024-02-29').filter(calendar.isSilent)).toEqual(
      eachDay('2024-02-09', '2024-02-17'),
    )
    expect(eachDay('2025-01-01', '2025-02-28').filter(calendar.isSilent)).toEqual(
      eachDay('2025-01-28', '2025-02-04'),
    )
  })

  test('knows the last day before a long holiday and the first after it', () => {
    const january = eachDay('2025-01-01', '2025-02-28')
    expect(january.filter(calendar.isEve)).toEqual(['2025-01-27'])
    expect(january.filter(calendar.isReturn)).toEqual(['2025-02-05'])
  })
})

describe('a year without a notice', () => {
  test('is an estimate in which the first of January is free', () => {
    expect(calendar.covers('2027-01-04')).toBe(false)
    expect(calendar.works('2027-01-01')).toBe(false)
    expect(calendar.works('2027-01-04')).toBe(true)
    expect(calendar.works('2027-01-31')).toBe(false)
  })

  test('is silent from the eve to the ninth lunar day', () => {
    expect(eachDay('2027-01-15', '2027-03-01').filter(calendar.isSilent)).toEqual(
      eachDay('2027-02-05', '2027-02-14'),
    )
  })

  test('is covered once its notice is loaded, and a later one goes before an earlier', () => {
    const first = { year: 2027, off: ['2027-02-08'], work: [] }
    const second = { year: 2027, off: ['2027-02-08', '2027-02-09'], work: ['2027-01-31'] }
    const loaded = workCalendar([first, second])
    expect(loaded.covers('2027-01-31')).toBe(true)
    expect(loaded.works('2027-01-31')).toBe(true)
    expect(loaded.works('2027-02-09')).toBe(false)
  })
})

describe('the library', () => {
  test('has a notice for the years it names holidays of, and none for the others', () => {
    expect([2004, 2019, 2026, 2027, 2100].map(year => knownNotice(year) !== null)).toEqual([
      ...[true, true, true, false, false],
    ])
  })
})

describe('days that are counted', () => {
  test.each([
    ['2020-01-31', '2020-01-23'],
    ['2021-01-31', '2021-01-29'],
    ['2022-01-31', '2022-01-30'],
    ['2025-01-31', '2025-01-27'],
    ['2026-01-31', '2026-01-30'],
  ])('the last working day on or before %s is %s', (date, last) => {
    expect(lastWorkingDay(calendar, date)).toBe(last)
  })

  test('leave out today and count the last, one of them a Sunday', () => {
    expect(workingDaysAfter(calendar, '2025-01-22', '2025-01-27')).toEqual([
      ...['2025-01-23', '2025-01-24', '2025-01-26', '2025-01-27'],
    ])
    expect(shiftWorkingDays(calendar, '2025-01-24', -3)).toBe('2025-01-21')
    expect(shiftWorkingDays(calendar, '2025-01-24', 1)).toBe('2025-01-26')
  })

  test('stand in weeks from Monday to Sunday', () => {
    expect([mondayOf('2027-01-18'), mondayOf('2027-01-24')]).toEqual(['2027-01-18', '2027-01-18'])
  })
})
