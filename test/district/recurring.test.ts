// When jobs are due, in zones with and without summer time, on machines in three zones.

import { afterEach, describe, expect, test } from 'vitest'
import { daily, every, isBeyond, nextAfter, nextTurn } from '../../src/district/recurring.ts'

const machine = process.env.TZ
afterEach(() => {
  if (machine === undefined) delete process.env.TZ
  else process.env.TZ = machine
})

const at = (iso: string): number => Date.parse(iso)
const iso = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z')
const hour = 3_600_000

/** What a clock on the wall shows. */
const shown = (zone: string, instant: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant)

/** The instants that follow one another from `from` on, before `to`. */
const dues = (time: string, zone: string, from: string, to: string): readonly number[] => {
  const found: number[] = []
  for (
    let now = nextAfter(daily(time), zone, at(from));
    now < at(to);
    now = nextAfter(daily(time), zone, now)
  )
    found.push(now)
  return found
}

describe.each([
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/New_York', 300],
])('on a machine in %s', (zoneOfMachine, offset) => {
  const onMachine = (): void => {
    process.env.TZ = zoneOfMachine
    expect(new Date(at('2026-01-12T00:00Z')).getTimezoneOffset()).toBe(offset)
  }

  test.each([
    ['2026-01-12T18:59:59Z', '2026-01-12T19:00:00Z'],
    ['2026-01-12T19:00:00Z', '2026-01-13T19:00:00Z'],
    ['2026-01-12T16:30:00Z', '2026-01-12T19:00:00Z'],
    ['2026-12-31T20:00:00Z', '2027-01-01T19:00:00Z'],
    ['2028-02-28T19:00:00Z', '2028-02-29T19:00:00Z'],
  ])('three at night in Shanghai after %s is %s', (now, due) => {
    onMachine()
    expect(iso(nextAfter(daily('03:00'), 'Asia/Shanghai', at(now)))).toBe(due)
  })

  test.each(['03:00', '02:30', '00:00', '23:59'])('%s comes once a day all the year round', time => {
    onMachine()
    for (const zone of [
      'Asia/Shanghai',
      'America/New_York',
      'Europe/Berlin',
      'Africa/Cairo',
      'Australia/Lord_Howe',
    ]) {
      const days = dues(time, zone, '2026-01-01T12:00Z', '2027-01-01T12:00Z').map(due => shown(zone, due))
      expect(new Set(days.map(each => each.slice(0, 10))).size, zone).toBe(365)
      expect(days, zone).toHaveLength(365)
      // In the night in which clocks go ahead a time may be left out.
      expect(days.filter(each => !each.endsWith(time)).length, zone).toBeLessThanOrEqual(1)
    }
  })

  test('a time that clocks leave out comes as much later as they go ahead, the next day at its own', () => {
    onMachine()
    const nights = dues('02:30', 'Europe/Berlin', '2026-03-28T00:00Z', '2026-03-31T00:00Z')
    expect(nights.map(iso)).toEqual(['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z'])
  })

  test('a time that clocks show twice comes at the first', () => {
    onMachine()
    const nights = dues('02:30', 'Europe/Berlin', '2026-10-24T12:00Z', '2026-10-27T00:00Z')
    expect(nights.map(iso)).toEqual(['2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'])
  })

  test('a midnight that clocks leave out does not stop the days', () => {
    onMachine()
    const nights = dues('00:00', 'Africa/Cairo', '2026-04-22T12:00Z', '2026-04-25T12:00Z')
    expect(nights.map(due => shown('Africa/Cairo', due))).toEqual([
      '2026-04-23 00:00',
      '2026-04-24 01:00',
      '2026-04-25 00:00',
    ])
  })
})

test('a day that a zone left out has no turn of its own, and the next one comes', () => {
  const zone = 'Pacific/Apia'
  const days = dues('03:00', zone, '2011-12-29T12:00Z', '2012-01-01T14:00Z').map(due => shown(zone, due))
  expect(days.filter(each => each.endsWith('03:00')).map(each => each.slice(0, 10))).toEqual([
    '2011-12-29',
    '2011-12-31',
    '2012-01-01',
    '2012-01-02',
  ])
  expect(new Set(days).size).toBe(days.length)
})

test.each([1, 7, 60, 3_600])('every %d seconds each process finds the same instants, none twice', seconds => {
  const now = at('2026-01-12T01:02:03.456Z')
  const due = nextAfter(every(seconds), 'Asia/Shanghai', now)
  expect(due % (seconds * 1_000)).toBe(0)
  expect(due - now).toBeGreaterThan(0)
  expect(due - now).toBeLessThanOrEqual(seconds * 1_000)
  expect(nextAfter(every(seconds), 'UTC', due - 1)).toBe(due)
  expect(nextAfter(every(seconds), 'UTC', due)).toBe(due + seconds * 1_000)
})

test('what is due lies ahead of every moment of the nights in which clocks change', () => {
  for (const [zone, from] of [
    ['America/New_York', '2026-03-08T00:00Z'],
    ['America/New_York', '2026-11-01T00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T06:00Z'],
  ] as const)
    for (let now = at(from); now < at(from) + 24 * hour; now += 600_000)
      for (const time of ['01:30', '02:00', '02:30', '03:00']) {
        const due = nextAfter(daily(time), zone, now)
        expect(due).toBeGreaterThan(now)
        expect(due - now).toBeLessThanOrEqual(25 * hour)
      }
})

test.each(['3:00', '24:00', '03:60', '', '03:00:00'])('there is no %j in a day', time => {
  expect(() => daily(time)).toThrow(RangeError)
})

test.each([0, -1, 1.5, Number.NaN])('there is no every %d seconds', seconds => {
  expect(() => every(seconds)).toThrow(RangeError)
})

test.each([
  ['in time', '2026-01-12T19:00:00Z', '2026-01-13T19:00:00Z'],
  ['hours late', '2026-01-13T04:00:00Z', '2026-01-13T19:00:00Z'],
  ['by a clock that is a day ahead', '2026-01-13T19:00:00Z', '2026-01-13T19:00:00Z'],
  ['after days without anybody', '2026-01-20T04:00:00Z', '2026-01-19T19:00:00Z'],
])('a daily turn that is done %s is followed by the right one', (_, now, next) => {
  const due = at('2026-01-12T19:00:00Z')
  expect(iso(nextTurn(daily('03:00'), 'Asia/Shanghai', due, at(now)))).toBe(next)
})

test.each([
  [daily('03:00'), 49 * hour, false],
  [daily('03:00'), 100 * hour, true],
  [every(60), 60_000, false],
  [every(60), hour, true],
])('%j: %d ms ahead is too far: %s', (when, ahead, isTooFar) => {
  expect(isBeyond(when, ahead, 0)).toBe(isTooFar)
})
