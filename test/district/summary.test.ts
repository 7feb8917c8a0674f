// The progress of a campaign: what counts as handed in, who is chased, and who was in time.

import { expect, test } from 'vitest'
import { dateProblem, dueDay } from '../../src/district/campaign.ts'
import type { FilingState } from '../../src/district/lifecycle.ts'
import { summaryOf, type UnitStanding } from '../../src/district/summary.ts'

const blank: UnitStanding = {
  ...{
    unit: '',
    state: 'draft',
    open: 9,
    errors: 0,
    hasBegun: false,
    enteredAt: null,
    firstSubmittedAt: null,
  },
  ...{
    returnedTimes: 0,
    mendedInTime: null,
    onBehalf: false,
    sealedAt: null,
    extendedUntil: null,
    promisedOn: null,
  },
  due: '2027-01-22',
}
const at = (day: string, hour = 12) => Date.parse(`${day}T00:00Z`) + hour * 3_600_000
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
const standing = (unit: string, more: Partial<UnitStanding> = {}) => ({ ...blank, unit, ...more })
const filed = (unit: string, state: FilingState, more: Partial<UnitStanding> = {}) =>
  standing(unit, { state, hasBegun: true, enteredAt: 1, firstSubmittedAt: at('2027-01-20'), ...more })

const district = [
  filed('a', 'approved', { sealedAt: 1 }),
  filed('b', 'submitted'),
  filed('c', 'queried'),
  filed('d', 'returned', { returnedTimes: 2, mendedInTime: false }),
  filed('e', 'published'),
  standing('f', { hasBegun: true, enteredAt: 1 }),
  standing('g', { enteredAt: 1 }),
  standing('h'),
  standing('i', { state: 'exempt' }),
]

test('a returned report is handed in, and who is exempt is not counted', () => {
  const { units, ...numbers } = summaryOf(district, '2027-01-21', dayOf)
  expect(numbers).toEqual({
    ...{ of: 8, submitted: 5, approved: 2, published: 1, awaitingAnswer: 1, awaitingReview: 2 },
    toChase: { returned: ['d'], underWay: ['f'], notBegun: ['g', 'h'], neverEntered: ['h'] },
  })
  expect(units.map(({ unit }) => unit)).toEqual(district.map(({ unit }) => unit))
  expect(units[3]).toEqual({
    ...{ unit: 'd', state: 'returned', open: 9, errors: 0, submittedAt: at('2027-01-20'), onTime: true },
    ...{
      returnedTimes: 2,
      returnMendedInTime: false,
      onBehalf: false,
      sealedCopy: false,
      extendedUntil: null,
      promisedOn: null,
    },
  })
})

test('a withdrawn report is under way and not handed in', () => {
  const { submitted, toChase } = summaryOf([filed('x', 'draft')], '2027-01-21', dayOf)
  expect([submitted, toChase.underWay]).toEqual([0, ['x']])
})

test.each([
  ['nothing is handed in and the day is not over', standing('x'), '2027-01-22', null],
  ['nothing is handed in and the day is over', standing('x'), '2027-01-23', false],
  [
    'it came in the last hour of the day',
    filed('x', 'submitted', { firstSubmittedAt: at('2027-01-22', 23.9) }),
    '2027-01-25',
    true,
  ],
  [
    'it came in the next night',
    filed('x', 'submitted', { firstSubmittedAt: at('2027-01-23', 0.1) }),
    '2027-01-25',
    false,
  ],
  ['it was withdrawn and is not handed in again', filed('x', 'draft'), '2027-01-25', null],
  ['it is exempt', standing('x', { state: 'exempt' }), '2027-01-25', null],
])('in time, where %s', (_, unit, today, onTime) => {
  expect(summaryOf([unit], today, dayOf).units[0]?.onTime).toBe(onTime)
})

test('a unit is due on its extension, else on the day of the campaign, else by law', () => {
  const dates = { sign: null, due: '2027-01-22', feedback: null, publish: '2027-01-29' }
  expect(dueDay(dates, '2027-01-25', '2027-01-31')).toBe('2027-01-25')
  expect(dueDay(dates, null, '2027-01-31')).toBe('2027-01-22')
  expect(dueDay({ ...dates, due: null }, null, '2027-01-31')).toBe('2027-01-29')
  expect(dueDay({ ...dates, due: null, publish: null }, null, '2027-01-31')).toBe('2027-01-31')
})

const days = (sign: string | null, due: string | null, publish: string | null = null) => ({
  ...{ sign, due, publish, feedback: null },
})
test.each([
  ['sign-first', days('2027-01-15', '2027-01-22', '2027-01-29'), null],
  ['sign-first', days(null, null), null],
  ['sign-first', days('2027-01-23', '2027-01-22'), { code: 'order', date: 'due', before: 'sign' }],
  ['review-first', days('2027-01-23', '2027-01-22'), null],
  ['review-first', days('2027-01-20', '2027-01-22'), { code: 'order', date: 'sign', before: 'due' }],
  ['sign-first', days(null, '2026-01-22'), { code: 'outside', date: 'due' }],
] as const)('days in their order: %s %j', (practice, dates, problem) => {
  expect(dateProblem(practice, dates, 2026)).toEqual(problem)
})
