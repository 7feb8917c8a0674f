// Chased units of a day, how late each is, and which step comes next. The days are those of January 2027, with no
// notice loaded: 22 January is a Friday.

import { describe, expect, test } from 'vitest'
import { chasedOn, colourOf, isNamingDay } from '../../src/district/chasing/chased.ts'
import { type ChaseStep, nextStep } from '../../src/district/chasing/ladder.ts'
import type { NudgedFiling, Season } from '../../src/district/nudges/nudge.ts'
import { workCalendar } from '../../src/district/work-calendar.ts'
import { filingOf } from './nudges/play-season.ts'

const calendar = workCalendar([], () => null)
const season: Season = {
  ...{ campaign: 'c', opened: '2026-12-21T09:00', closedOn: null },
  dates: { sign: '2027-01-15', due: '2027-01-22', final: null, publish: '2027-01-29', legal: '2027-01-31' },
}
const on = (date: string, facts: Partial<NudgedFiling>) =>
  chasedOn(calendar, season, filingOf('a', facts), date)

describe('a unit is chased', () => {
  test.each<[string, Partial<NudgedFiling>, string | null, string?]>([
    ['that has not handed in', {}, 'report', '2027-01-22'],
    ['with a later day, by it', { extendedUntil: '2027-01-26' }, 'report', '2027-01-26'],
    [
      'whose report was returned, by the day of the return',
      { state: 'returned', returned: { moment: '2027-01-20T15:00', atOnce: false, until: '2027-01-25' } },
      'mend',
      '2027-01-25',
    ],
    [
      'whose report was returned without a day, two working days on',
      { state: 'returned', returned: { moment: '2027-01-20T15:00', atOnce: false, until: null } },
      'mend',
      '2027-01-22',
    ],
    ['that was approved and publishes itself', { state: 'approved' }, 'publish', '2027-01-29'],
    ['not, approved and published by the office', { state: 'approved', publishesItself: false }, null],
    ['not, while the office has the report', { state: 'submitted' }, null],
    ['not, while it is asked', { state: 'queried' }, null],
    ['not, published', { state: 'published' }, null],
    ['not, exempt', { state: 'exempt' }, null],
  ])('%s', (_, facts, matter, due) => {
    const chased = on('2027-01-21', facts)
    expect([chased?.matter ?? null, chased?.due]).toEqual([matter, due])
  })

  test('not until its own later day, or the day that it gave, is over', () => {
    const spared = (date: string, facts: Partial<NudgedFiling>) => on(date, facts)?.isSpared
    expect(spared('2027-01-26', { extendedUntil: '2027-01-26' })).toBe(true)
    expect(spared('2027-01-27', { extendedUntil: '2027-01-26' })).toBe(false)
    expect(spared('2027-01-25', { promisedOn: '2027-01-25' })).toBe(true)
    expect(spared('2027-01-26', { promisedOn: '2027-01-25' })).toBe(false)
    expect(spared('2027-02-01', { promisedOn: '2027-02-05' })).toBe(false)
  })
})

test.each([
  ['2027-01-14', null],
  ['2027-01-15', 'near'],
  ['2027-01-18', 'near'],
  ['2027-01-19', 'behind'],
  ['2027-01-22', 'behind'],
  ['2027-01-23', 'overdue'],
])('on %s a report due on 22 January is %s', (date, colour) => {
  expect(colourOf(calendar, '2027-01-22', date)).toBe(colour)
})

test.each([
  ['2027-01-20', false],
  ['2027-01-21', true],
  ['2027-01-22', true],
  ['2027-02-01', true],
])('whether names are usual in a group on %s is %s', (date, isNaming) => {
  expect(isNamingDay(calendar, '2027-01-22', date)).toBe(isNaming)
})

describe('the next step', () => {
  const taken = (...steps: readonly ChaseStep[]) => steps.map((step, at) => ({ step, at }))

  test.each<[readonly ChaseStep[], ChaseStep]>([
    [[], 'private'],
    [['private'], 'group'],
    [['group'], 'call-filler'],
    [['call-filler', 'private'], 'call-chief'],
    [['call-chief'], 'leader'],
    [['leader'], 'letter'],
    [['letter'], 'letter'],
  ])('after %j is %s', (before, next) => {
    expect(nextStep(taken(...before), true, true)).toBe(next)
  })

  test('of a unit that never came in is a telephone call, once the day is near', () => {
    expect(nextStep([], false, true)).toBe('call-filler')
    expect(nextStep([], false, false)).toBe('private')
  })
})
