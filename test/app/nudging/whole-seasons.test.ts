// Four Januaries from the opening to the last weekly message, for two hundred units each, with two processes, machines in
// other time zones, clocks that jump and processes that die. The tables are written by hand from the office's rules.

import { expect, test } from 'vitest'
import { fault } from '../../../src/faults.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import { instant, openNudgedDistrict } from './nudged-district.ts'
import { datesFrom, type Fact, isInHours, isLong, play, rows, touched } from './play-district.ts'

type Whole = {
  readonly name: string
  readonly year: number
  readonly opened: string
  readonly dates: { readonly sign: string | null; readonly due: string; readonly publish: string }
  readonly last: string
  readonly facts: readonly Fact[]
  readonly units: readonly string[]
  /** Told by the act itself, a return has no row on its own day. */
  readonly table: string
  readonly digests: readonly string[]
}

const handedIn = (unit: string, at: string): Fact => ({ at, unit, state: 'submitted' })
const returned = (unit: string, at: string): Fact => ({
  ...{ at, unit, state: 'returned' },
  columns: { returned_at: instant(at) },
})
const approved = (unit: string, at: string): Fact => ({
  ...{ at, unit, state: 'approved' },
  columns: { approved_at: instant(at) },
})
const filledIn = (unit: string, at: string): Fact => ({ at, unit, state: 'draft', columns: touched(at) })

const seasons: readonly Whole[] = [
  {
    ...{ name: 'January 2022', year: 2021, opened: '2021-12-20T14:00', last: '2022-02-21' },
    dates: { sign: null, due: '2022-01-21', publish: '2022-01-28' },
    ...{ facts: [], units: ['A'] },
    table: `
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
      01-28 | overdue-5
      01-29 | overdue-6
      01-30 | overdue-7
      02-07 | overdue-8
      02-14 | weekly
      02-21 | weekly
    `,
    digests: [
      ...['01-21T16:30', '01-24T16:30', '01-25T16:30', '01-26T16:30', '01-27T16:30', '01-28T16:30'],
      ...['01-29T16:30', '01-30T10:00', '02-07T10:00'],
    ],
  },
  {
    ...{ name: 'January 2025', year: 2024, opened: '2024-12-23T08:30', last: '2025-02-10' },
    dates: { sign: null, due: '2025-01-24', publish: '2025-01-24' },
    facts: [
      filledIn('B', '2025-01-02T10:00'),
      filledIn('B', '2025-01-03T10:00'),
      handedIn('C', '2025-01-20T10:05'),
      returned('C', '2025-01-23T15:20'),
      handedIn('D', '2025-01-08T10:05'),
      approved('D', '2025-01-13T10:05'),
    ],
    units: ['A', 'B', 'C', 'D'],
    table: `
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
    `,
    digests: ['01-24T16:30', '01-26T16:30', '01-27T10:00', '02-05T10:00'],
  },
  {
    ...{ name: 'January 2026', year: 2025, opened: '2025-12-22T08:00', last: '2026-03-02' },
    dates: { sign: null, due: '2026-01-23', publish: '2026-01-30' },
    ...{ facts: [], units: ['A'] },
    table: `
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
      01-30 | overdue-5
      02-02 | overdue-6
      02-09 | weekly
      02-24 | weekly
      03-02 | weekly
    `,
    digests: [
      ...['01-23T16:30', '01-26T16:30', '01-27T16:30', '01-28T16:30', '01-29T16:30', '01-30T16:30'],
      '02-02T10:00',
    ],
  },
  {
    ...{ name: 'January 2027 without a notice', year: 2026, opened: '2026-12-21T08:30', last: '2027-02-16' },
    dates: { sign: '2027-01-15', due: '2027-01-22', publish: '2027-01-29' },
    facts: [
      filledIn('B', '2026-12-22T10:00'),
      filledIn('B', '2026-12-23T10:00'),
      filledIn('C', '2027-01-13T10:00'),
      handedIn('C', '2027-01-18T10:05'),
      returned('C', '2027-01-21T15:20'),
      handedIn('D', '2027-01-07T10:05'),
      approved('D', '2027-01-12T10:05'),
    ],
    units: ['A', 'B', 'C', 'D'],
    table: `
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
    `,
    digests: [
      ...['01-22T16:30', '01-25T16:30', '01-26T16:30', '01-27T16:30', '01-28T16:30', '01-29T16:30'],
      '02-01T10:00',
    ],
  },
]

const zones = ['UTC', 'America/New_York', 'Pacific/Kiritimati'].slice(...(isLong ? [0] : [1, 2]))
const day = 86_400_000

/** Days with a row in the table or a fact, and the days around the due one; the long form plays them all. */
const daysOf = ({ opened, last, table, facts }: Whole): readonly string[] => {
  const all = datesFrom(opened.slice(0, 10), last)
  if (isLong) return all
  const written = new Set([
    ...rows(table).map(row => row.slice(0, 5)),
    ...facts.map(({ at }) => at.slice(5, 10)),
  ])
  const festivals = ['01-31', '02-16', '02-18']
  return all.filter(date => written.has(date.slice(5)) || festivals.includes(date.slice(5)))
}

for (const season of seasons.filter(({ units }) => isLong || units.length === 1))
  for (const zone of zones)
    test(`${season.name} goes out as it is written where the machine is in ${zone}`, async () => {
      const { year, opened, dates, facts, units } = season
      const copies = Array.from({ length: isLong ? 200 / units.length : 1 }, (_, n) => `-${n}`)
      const all = copies.flatMap(copy => units.map(unit => `${unit}${copy}`))
      const before = process.env.TZ
      process.env.TZ = zone
      const trouble = { left: Number.POSITIVE_INFINITY }
      const around = (sql: Sql): Sql => ({
        ...sql,
        batch: async statements => {
          trouble.left -= 1
          if (trouble.left < 0) throw fault('database-unavailable')
          return sql.batch(statements)
        },
      })
      let played = 0
      let died = 0
      const district = await openNudgedDistrict({ year, opened, dates, units: all, processes: 2, around })
      try {
        /** In the mornings the database is lost after so many commits, and other processes take over. */
        const goTo = async (moment: string) => {
          if (!/T(09:30|10:00)$/.test(moment)) return district.goTo(moment)
          played += 1
          trouble.left = played % 9
          await district.goTo(moment).catch(() => {
            died += 1
          })
          const isLost = trouble.left < 0
          trouble.left = Number.POSITIVE_INFINITY
          if (isLost) district.restart()
          await district.settle()
        }
        const jump = async (by: number) => {
          const { now } = district.clock
          district.clock.now = now + by
          await district.settle()
          district.clock.now = now
          await district.settle()
        }
        const dying = { ...district, goTo }
        await play(dying, daysOf(season), facts, copies, async moment => {
          if (moment.endsWith('12:00')) await jump(day)
          if (moment.endsWith('17:05')) await jump(-day)
        })
        expect(died, 'processes died on the way').toBeGreaterThan(0)
        // Between Telegram's taking a message and the row that says so a death costs a repetition, of the same row.
        const once = district.sent.filter(
          ({ outgoing }, at, all) => all.findIndex(other => other.outgoing.id === outgoing.id) === at,
        )
        expect(district.sent.length - once.length).toBeLessThanOrEqual(died)
        district.sent.splice(0, district.sent.length, ...once)
        const wanted = rows(season.table).map(row => {
          const [date, ...cells] = row.split(' | ')
          return [date, ...copies.flatMap(() => cells)].join(' | ')
        })
        expect(await district.table(all)).toEqual(wanted)
        expect(district.sent.filter(({ at }) => !isInHours(at))).toEqual([])
        const office = district.sent.filter(({ chat }) => chat === 'telegram:office')
        expect(office.map(({ at }) => at.slice(5))).toEqual(season.digests)
      } finally {
        process.env.TZ = before
        await district.close()
      }
    }, 600_000)
