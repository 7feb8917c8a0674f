// Texts for a group: no figure of any report is in them, whatever the reports hold, and a returned report is named as the
// others are.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupTexts } from '../../src/app/chasing/group-text.ts'
import type { ChasedCampaign, ChasedUnit } from '../../src/app/chasing/read-chased.ts'
import { chasedOn } from '../../src/district/chasing/chased.ts'
import type { Season } from '../../src/district/nudges/nudge.ts'
import { workCalendar } from '../../src/district/work-calendar.ts'
import { createWords, locales } from '../../src/i18n/words.ts'
import { filingOf } from '../district/nudges/play-season.ts'

const calendar = workCalendar([], () => null)
const season: Season = {
  ...{ campaign: 'c', opened: '2026-12-21T09:00', closedOn: null },
  dates: { sign: null, due: '2027-01-22', final: null, publish: '2027-01-29', legal: '2027-01-31' },
}

type Unit = {
  readonly state: 'draft' | 'returned' | 'approved' | 'submitted'
  readonly open: number
  readonly errors: number
  readonly returnedTimes: number
}

const unit = fc.record({
  state: fc.constantFrom('draft', 'returned', 'approved', 'submitted'),
  ...{ open: fc.nat(9_999), errors: fc.nat(9_999), returnedTimes: fc.nat(99) },
}) satisfies fc.Arbitrary<Unit>

const names = ['月湖街道', '集士港镇', '区教育局', '区水利局', '区商务局', '区档案馆']

const readOf = (date: string, units: readonly Unit[]): ChasedCampaign => ({
  ...{ campaign: {} as ChasedCampaign['campaign'], calendar, season, title: '2026年年报' },
  now: { date, time: 9 * 60 },
  dayOf: () => date,
  submitted: units.filter(({ state }) => state !== 'draft').length,
  units: units.flatMap(({ state, open, errors }, n): readonly ChasedUnit[] => {
    const name = names[n] ?? ''
    const returned = { moment: '2027-01-18T10:00', atOnce: false, until: null }
    const facts = filingOf(name, { state, returned: state === 'returned' ? returned : null })
    const chased = chasedOn(calendar, season, facts, date)
    const filing = { ...facts, campaign: 'c', name, place: n, level: null, open, errors, names: new Map() }
    return chased ? [{ filing, season, chased, taken: [], next: 'group' }] : []
  }),
})

const sample = fc.array(unit, { minLength: 1, maxLength: names.length })
const day = fc.constantFrom(
  '2027-01-08',
  '2027-01-19',
  '2027-01-21',
  '2027-01-22',
  '2027-01-25',
  '2027-02-03',
)

test.each(locales)(
  'in %s they hold no number but the year, dates, the hour and how many handed in',
  locale => {
    const words = createWords(locale)
    fc.assert(
      fc.property(sample, day, (units, date) => {
        const read = readOf(date, units)
        const texts = groupTexts(words, read)
        const open = units.flatMap(({ state }, n) =>
          state === 'draft' || state === 'returned' ? [names[n]] : [],
        )
        expect(texts?.units.map(({ filing }) => filing.name) ?? []).toEqual(open)
        if (!texts) return
        const dates = [date, '2027-01-22'].flatMap(each => each.split('-').slice(1).map(Number))
        const known = new Set([2026, ...dates, read.submitted, 9, 0])
        for (const text of [texts.unnamed, texts.named])
          expect((text.match(/\d+/g) ?? []).map(Number).filter(number => !known.has(number))).toEqual([])
      }),
    )
  },
)

test('they are the same whatever is open in a report, and whether it was returned', () => {
  const words = createWords('zh-CN')
  fc.assert(
    fc.property(sample, sample, day, (units, others, date) => {
      const changed = units.map(({ state }, n) => ({
        ...(others[n] ?? { open: 7, errors: 8, returnedTimes: 9 }),
        state,
      }))
      const without = ({ unnamed, named } = { unnamed: '', named: '' }) => [unnamed, named]
      const [one, other] = [units, changed].map(each =>
        without(groupTexts(words, readOf(date, each)) ?? undefined),
      )
      expect(one).toEqual(other)
      const draft = units.map(
        each => ({ ...each, state: each.state === 'returned' ? 'draft' : each.state }) as const,
      )
      const named = groupTexts(words, { ...readOf(date, draft), submitted: 0 })?.named
      expect(named).toBe(groupTexts(words, { ...readOf(date, units), submitted: 0 })?.named)
      expect(named ?? '').not.toMatch(/退回|逾期|催|[!！@]/)
    }),
  )
})
