// Seasons played through the real jobs, store and mail. The tables are written by hand from the office's rules; nothing of
// them is computed, and no planner is asked.

import { expect, test } from 'vitest'
import { fault } from '../../../src/faults.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import { instant, openNudgedDistrict } from './nudged-district.ts'
import { datesFrom, type Fact, isInHours, isLong, play, rows, touched } from './play-district.ts'

const units = ['A', 'B', 'C', 'D']

/** The short form leaves out weeks in which nothing goes out. */
const days2027 = isLong
  ? datesFrom('2026-12-21', '2027-02-16')
  : [
      '2026-12-21',
      '2026-12-29',
      '2027-01-01',
      '2027-01-08',
      ...datesFrom('2027-01-15', '2027-02-02'),
      '2027-02-15',
    ]
const days2025 = isLong
  ? datesFrom('2024-12-23', '2025-02-10')
  : [
      '2024-12-23',
      '2025-01-10',
      '2025-01-17',
      ...datesFrom('2025-01-21', '2025-02-01'),
      '2025-02-05',
      '2025-02-10',
    ]

const season2027 = {
  year: 2026,
  opened: '2026-12-21T08:30',
  dates: { sign: '2027-01-15', due: '2027-01-22', publish: '2027-01-29' },
}
const facts2027: readonly Fact[] = [
  { at: '2026-12-22T10:00', unit: 'B', state: 'draft', columns: touched('2026-12-22T10:00') },
  { at: '2026-12-23T10:00', unit: 'B', state: 'draft', columns: touched('2026-12-23T10:00') },
  { at: '2027-01-13T10:00', unit: 'C', state: 'draft', columns: touched('2027-01-13T10:00') },
  { at: '2027-01-18T10:05', unit: 'C', state: 'submitted' },
  {
    at: '2027-01-21T15:20',
    unit: 'C',
    state: 'returned',
    columns: { returned_at: instant('2027-01-21T15:20') },
  },
  { at: '2027-01-07T10:05', unit: 'D', state: 'submitted' },
  {
    at: '2027-01-12T10:05',
    unit: 'D',
    state: 'approved',
    columns: { approved_at: instant('2027-01-12T10:05') },
  },
]
/** The return of 01-21 15:20 is told by the act itself. */
const table2027 = `
  12-21 | opening | opening | opening | opening
  12-29 | — | idle | — | —
  01-08 | t-14 | t-14 | t-14 | —
  01-15 | t-7 | t-7 | t-7 | —
  01-19 | t-3 | t-3 | — | —
  01-21 | t-1 | t-1 | — | —
  01-22 | due | due | returned-again | —
  01-25 | overdue-1 | overdue-1 | returned-due | —
  01-26 | overdue-2 | overdue-2 | returned-overdue-1 | —
  01-27 | overdue-3 | overdue-3 | returned-overdue-2 | publish-2
  01-28 | overdue-4 | overdue-4 | returned-overdue-3 | —
  01-29 | overdue-5 | overdue-5 | returned-overdue-4 | publish-due
  02-01 | overdue-6 | overdue-6 | returned-overdue-5 | publish-overdue-1
  02-15 | weekly | weekly | weekly | weekly
`

test('January 2027 without a notice goes out as it is written, each once, from two processes', async () => {
  const district = await openNudgedDistrict({ ...season2027, units, processes: 2 })
  await play(district, days2027, facts2027)
  expect(await district.table(units)).toEqual(rows(table2027))
  expect(district.sent.filter(({ at }) => !isInHours(at))).toEqual([])
  expect(district.sent.filter(({ chat }) => chat === 'telegram:office').map(({ at }) => at)).toEqual([
    ...['2027-01-22T16:30', '2027-01-25T16:30', '2027-01-26T16:30', '2027-01-27T16:30', '2027-01-28T16:30'],
    ...['2027-01-29T16:30', '2027-02-01T10:00'],
  ])
  await district.close()
}, 60_000)

test('January 2025 works on a Sunday, ends early before the festival, and is silent on the legal day', async () => {
  const district = await openNudgedDistrict({
    ...{ year: 2024, opened: '2024-12-23T08:30', units },
    dates: { sign: null, due: '2025-01-24', publish: '2025-01-24' },
  })
  await play(district, days2025, [
    { at: '2025-01-02T10:00', unit: 'B', state: 'draft', columns: touched('2025-01-02T10:00') },
    { at: '2025-01-03T10:00', unit: 'B', state: 'draft', columns: touched('2025-01-03T10:00') },
    { at: '2025-01-20T10:05', unit: 'C', state: 'submitted' },
    {
      ...{ at: '2025-01-23T15:20', unit: 'C', state: 'returned' },
      columns: { returned_at: instant('2025-01-23T15:20') },
    },
    { at: '2025-01-08T10:05', unit: 'D', state: 'submitted' },
    {
      ...{ at: '2025-01-13T10:05', unit: 'D', state: 'approved' },
      columns: { approved_at: instant('2025-01-13T10:05') },
    },
  ])
  expect(await district.table(units)).toEqual(
    rows(`
      12-23 | opening | opening | opening | opening
      01-10 | t-14 | t-14 | t-14 | —
      01-17 | t-7 | t-7 | t-7 | —
      01-21 | t-3 | t-3 | — | —
      01-22 | — | — | — | publish-2
      01-23 | t-1 | t-1 | — | —
      01-24 | due | due | returned-due | publish-due
      01-26 | overdue-1 | overdue-1 | returned-overdue-1 | publish-overdue-1
      01-27 | overdue-2 | overdue-2 | returned-overdue-2 | publish-overdue-2
      02-05 | overdue-3 | overdue-3 | returned-overdue-3 | publish-overdue-3
      02-10 | weekly | weekly | weekly | weekly
    `),
  )
  const office = district.sent.filter(({ chat }) => chat === 'telegram:office')
  expect(office.map(({ at }) => at)).toEqual([
    ...['2025-01-24T16:30', '2025-01-26T16:30', '2025-01-27T10:00', '2025-02-05T10:00'],
  ])
  const atTen = district.sent.filter(({ at }) => /^2025-(01-27|02-05|02-10)/.test(at))
  expect(new Set(atTen.map(({ at }) => at.slice(11)))).toEqual(new Set(['10:00']))
  await district.close()
}, 60_000)

/** Moments of a season's first and last weeks, where most goes out. */
const lastWeek = datesFrom('2027-01-19', '2027-01-26')
const factsBefore = facts2027.filter(({ at }) => at < '2027-01-19')

test('a machine that was down at the time sends later in the hours, and a day that has passed is dropped', async () => {
  const district = await openNudgedDistrict({ ...season2027, units: ['A'] })
  const awake = [
    '2027-01-08T12:30',
    '2027-01-08T14:30',
    '2027-01-15T17:05',
    '2027-01-19T16:50',
    '2027-01-21T11:25',
  ]
  for (const moment of awake) await district.goTo(moment)
  expect(district.sent.map(({ at }) => at)).toEqual([
    '2027-01-08T14:30',
    '2027-01-19T16:50',
    '2027-01-21T11:25',
  ])
  await district.close()
})

test('clocks that jump a day ahead and back send each nudge once and none at a wrong hour', async () => {
  const district = await openNudgedDistrict({ ...season2027, units, processes: 2 })
  const facts = facts2027.filter(({ at }) => at >= '2027-01-19')
  for (const { unit, state, columns } of factsBefore) await district.stands(unit, state, columns)
  await play(district, lastWeek, facts, [''], async moment => {
    if (!/T(09:30|14:30|16:30)$/.test(moment)) return
    const wrong = moment.endsWith('14:30') ? 1 : -1
    const now = district.clock.now
    district.clock.now = now + wrong * 86_400_000
    await district.settle()
    district.clock.now = now
    await district.settle()
  })
  const told = (await district.database.all('SELECT DISTINCT outbox FROM nudge')).map(({ outbox }) => outbox)
  expect(district.sent.map(({ outgoing }) => outgoing.id).toSorted()).toEqual(told.toSorted())
  expect(district.sent.filter(({ at }) => !isInHours(at))).toEqual([])
  const all = (await district.table(units)).join(' | ')
  for (const stage of ['t-3', 't-1', 'due', 'overdue-1', 'overdue-2', 'returned-again', 'returned-due'])
    expect(all, stage).toContain(stage)
  await district.close()
}, 60_000)

test('killed between any two steps of a morning, each unit has its nudge once', async () => {
  const steps = isLong ? Array.from({ length: 40 }, (_, n) => n) : [1, 2, 4, 7]
  for (const step of steps) {
    const trouble = { left: Number.POSITIVE_INFINITY }
    const around = (sql: Sql): Sql => ({
      ...sql,
      batch: async statements => {
        trouble.left -= 1
        if (trouble.left < 0) throw fault('database-unavailable')
        return sql.batch(statements)
      },
    })
    const district = await openNudgedDistrict({ ...season2027, units, around })
    for (const { unit, state, columns } of facts2027.filter(({ at }) => at < '2027-01-19'))
      await district.stands(unit, state, columns)
    trouble.left = step
    await district.goTo('2027-01-21T09:30').catch(() => {})
    trouble.left = Number.POSITIVE_INFINITY
    district.restart()
    for (const time of ['09:30', '09:32', '09:35']) await district.goTo(`2027-01-21T${time}`)
    const kept = await district.database.all('SELECT person, stage, state FROM nudge ORDER BY person')
    expect(kept, `step ${step}`).toEqual([
      { person: 'p-A', stage: 't-1', state: 'sent' },
      { person: 'p-B', stage: 't-1', state: 'sent' },
    ])
    const messages = await district.database.all(`SELECT count(*) AS n FROM outbox WHERE kind = 'ask'`)
    expect(messages, `step ${step}`).toEqual([{ n: 2 }])
    await district.close()
  }
}, 120_000)

test('a notice that is loaded changes the plan of the next day, without a new start', async () => {
  const district = await openNudgedDistrict({ ...season2027, units: ['A'] })
  await district.goTo('2027-01-29T16:35')
  await district.run(`INSERT INTO calendar_day (year, day, kind) VALUES (2027, '2027-01-01', 'holiday')`)
  await district.run(`INSERT INTO calendar_day (year, day, kind) VALUES (2027, '2027-01-31', 'workday')`)
  const before = district.sent.length
  for (const time of ['T09:30', 'T10:00', 'T16:30']) await district.goTo(`2027-01-31${time}`)
  expect(district.sent.slice(before).map(({ at, chat }) => [at, chat])).toEqual([
    ['2027-01-31T09:30', 'telegram:A'],
    ['2027-01-31T16:30', 'telegram:office'],
  ])
  await district.close()
})
