// Seasons of nudges, day by day. The tables are written by hand from the office's rules; nothing of them is computed.

import { expect, test } from 'vitest'
import { eachDay } from '../../../src/district/days.ts'
import type { Season } from '../../../src/district/nudges/nudge.ts'
import { workCalendar } from '../../../src/district/work-calendar.ts'
import { type Life, playSeason, seasonTable } from './play-season.ts'

const units = ['A', 'B', 'C', 'D']

/** A table as it is written: rows without their margin. */
const rows = (table: string): readonly string[] =>
  table
    .trim()
    .split('\n')
    .map(row => row.trim())

const season2027: Season = {
  campaign: 'c2026',
  opened: '2026-12-21T08:30',
  closedOn: null,
  dates: { sign: '2027-01-15', due: '2027-01-22', final: null, publish: '2027-01-29', legal: '2027-01-31' },
}

const lives2027: readonly Life[] = [
  { unit: 'A', facts: [] },
  {
    unit: 'B',
    facts: [
      { from: '2026-12-22T10:00', touchedOn: '2026-12-22' },
      { from: '2026-12-23T10:00', touchedOn: '2026-12-23' },
    ],
  },
  {
    unit: 'C',
    facts: [
      { from: '2027-01-13T10:00', touchedOn: '2027-01-13' },
      { from: '2027-01-18T10:00', state: 'submitted', touchedOn: '2027-01-18' },
      {
        from: '2027-01-21T15:20',
        state: 'returned',
        returned: { moment: '2027-01-21T15:20', atOnce: false, until: null },
      },
    ],
  },
  {
    unit: 'D',
    facts: [
      { from: '2027-01-07T10:00', state: 'submitted' },
      { from: '2027-01-12T10:00', state: 'approved', approvedOn: '2027-01-12' },
    ],
  },
]

test('January 2027 without a notice goes as an estimate, silent from the eve to the ninth lunar day', () => {
  const withoutNotice = workCalendar([], year => (year === 2027 ? null : { year, off: [], work: [] }))
  const nudges = playSeason(withoutNotice, season2027, lives2027, eachDay('2026-12-21', '2027-02-16'))
  expect(seasonTable(nudges, units)).toEqual(
    rows(`
      12-21 | opening | opening | opening | opening
      12-29 | — | idle | — | —
      01-08 | t-14 | t-14 | t-14 | —
      01-15 | t-7+sign | t-7+sign | t-7+sign | —
      01-19 | t-3 | t-3 | — | —
      01-21 | t-1 | t-1 | returned | —
      01-22 | due | due | returned-again | —
      01-25 | overdue-1 | overdue-1 | returned-due | —
      01-26 | overdue-2 | overdue-2 | returned-overdue-1 | —
      01-27 | overdue-3 | overdue-3 | returned-overdue-2 | publish-2
      01-28 | overdue-4 | overdue-4 | returned-overdue-3 | —
      01-29 | overdue-5+publish-day+last-working-day | overdue-5+publish-day+last-working-day | returned-overdue-4+publish-day+last-working-day | publish-due+last-working-day
      02-01 | overdue-6+past-legal | overdue-6+past-legal | returned-overdue-5+past-legal | publish-overdue-1+past-legal
      02-15 | weekly+past-legal | weekly+past-legal | weekly+past-legal | weekly+past-legal
    `),
  )
})

test('January 2027 with a notice in which the last Sunday works has one day more', () => {
  const loaded = workCalendar([{ year: 2027, off: ['2027-01-01'], work: ['2027-01-31'] }])
  const nudges = playSeason(loaded, season2027, lives2027.slice(0, 1), eachDay('2027-01-28', '2027-02-01'))
  expect(seasonTable(nudges, ['A'])).toEqual(
    rows(`
      01-28 | overdue-4
      01-29 | overdue-5+publish-day
      01-31 | overdue-6+legal-day
      02-01 | overdue-7+past-legal
    `),
  )
})

test('January 2025 works on a Sunday before the festival and is silent on the legal day', () => {
  const season: Season = {
    campaign: 'c2024',
    opened: '2024-12-23T08:30',
    closedOn: null,
    dates: { sign: null, due: '2025-01-24', final: null, publish: '2025-01-24', legal: '2025-01-31' },
  }
  const lives: readonly Life[] = [
    { unit: 'A', facts: [] },
    {
      unit: 'B',
      facts: [
        { from: '2025-01-02T10:00', touchedOn: '2025-01-02' },
        { from: '2025-01-03T10:00', touchedOn: '2025-01-03' },
      ],
    },
    {
      unit: 'C',
      facts: [
        { from: '2025-01-20T10:00', state: 'submitted', touchedOn: '2025-01-20' },
        {
          from: '2025-01-23T15:20',
          state: 'returned',
          returned: { moment: '2025-01-23T15:20', atOnce: false, until: null },
        },
      ],
    },
    {
      unit: 'D',
      facts: [
        { from: '2025-01-08T10:00', state: 'submitted' },
        { from: '2025-01-13T10:00', state: 'approved', approvedOn: '2025-01-13' },
      ],
    },
  ]
  const nudges = playSeason(workCalendar(), season, lives, eachDay('2024-12-23', '2025-02-10'))
  expect(seasonTable(nudges, units)).toEqual(
    rows(`
      12-23 | opening | opening | opening | opening
      01-10 | t-14 | t-14 | t-14 | —
      01-17 | t-7 | t-7 | t-7 | —
      01-21 | t-3 | t-3 | — | —
      01-22 | — | — | — | publish-2
      01-23 | t-1 | t-1 | returned | —
      01-24 | due | due | returned-due+publish-day | publish-due
      01-26 | overdue-1 | overdue-1 | returned-overdue-1 | publish-overdue-1
      01-27 | overdue-2+last-working-day | overdue-2+last-working-day | returned-overdue-2+last-working-day | publish-overdue-2+last-working-day
      02-05 | overdue-3+past-legal | overdue-3+past-legal | returned-overdue-3+past-legal | publish-overdue-3+past-legal
      02-10 | weekly+past-legal | weekly+past-legal | weekly+past-legal | weekly+past-legal
    `),
  )
})

test('January 2022 ends before a festival that begins on the legal day', () => {
  const season: Season = {
    campaign: 'c2021',
    opened: '2021-12-20T14:00',
    closedOn: null,
    dates: { sign: null, due: '2022-01-21', final: null, publish: '2022-01-28', legal: '2022-01-31' },
  }
  const nudges = playSeason(
    workCalendar(),
    season,
    [{ unit: 'A', facts: [] }],
    eachDay('2021-12-20', '2022-02-21'),
  )
  expect(seasonTable(nudges, ['A'])).toEqual(
    rows(`
      12-20 | opening
      01-07 | t-14
      01-14 | t-7
      01-18 | t-3
      01-20 | t-1
      01-21 | due
      01-24 | overdue-1
      01-25 | overdue-2
      01-26 | overdue-3
      01-27 | overdue-4
      01-28 | overdue-5+publish-day
      01-29 | overdue-6
      01-30 | overdue-7+last-working-day
      02-07 | overdue-8+past-legal
      02-14 | weekly+past-legal
      02-21 | weekly+past-legal
    `),
  )
  const times = new Map(nudges.map(({ date, time, until }) => [date.slice(5), [time, until]]))
  const minutes = (hour: number, minute = 0): number => hour * 60 + minute
  expect(times.get('12-20')).toEqual([minutes(14, 30), minutes(17)])
  expect(times.get('01-24')).toEqual([minutes(10), minutes(17)])
  expect(times.get('01-25')).toEqual([minutes(9, 30), minutes(17)])
  expect(times.get('01-29')).toEqual([minutes(9, 30), minutes(11)])
  expect(times.get('01-30')).toEqual([minutes(9, 30), minutes(11)])
  expect(times.get('02-07')).toEqual([minutes(10), minutes(17)])
})

test('January 2026 leaves out the week of the festival and rings late on the day after it', () => {
  const season: Season = {
    campaign: 'c2025',
    opened: '2025-12-22T08:00',
    closedOn: '2026-03-02',
    dates: { sign: null, due: '2026-01-23', final: null, publish: '2026-01-30', legal: '2026-01-31' },
  }
  const nudges = playSeason(
    workCalendar(),
    season,
    [{ unit: 'A', facts: [] }],
    eachDay('2025-12-22', '2026-03-31'),
  )
  expect(seasonTable(nudges, ['A'])).toEqual(
    rows(`
      12-22 | opening
      01-09 | t-14
      01-16 | t-7
      01-20 | t-3
      01-22 | t-1
      01-23 | due
      01-26 | overdue-1
      01-27 | overdue-2
      01-28 | overdue-3
      01-29 | overdue-4
      01-30 | overdue-5+publish-day+last-working-day
      02-02 | overdue-6+past-legal
      02-09 | weekly+past-legal
      02-24 | weekly+past-legal
      03-02 | weekly+past-legal
    `),
  )
  expect(nudges.find(({ date }) => date === '2026-02-24')?.time).toBe(10 * 60)
})
