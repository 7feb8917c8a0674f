// The mend, by hand: which figure is suspected first when a report does not agree, in both editions, whether the totals
// are ours or stand in a file.

import { describe, expect, test } from 'vitest'
import type { Filing } from '../../src/engine/filing.ts'
import type { Form } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { cancelling } from '../../src/engine/repair/cancelling.ts'
import { repair } from '../../src/engine/repair.ts'
import { review } from '../../src/engine/review.ts'
import { alone, but, forms } from '../forms/disclosure/figures.ts'
import { filingWith } from './play.ts'

type Figures = Readonly<Record<string, number>>

/** A bureau's year: 36 + 2 came in from people, 14 from companies. */
const year: Figures = {
  'received.natural': 36,
  'carried-in.natural': 2,
  'granted.natural': 30,
  'refused-internal.natural': 3,
  'unavailable-not-held.natural': 4,
  'carried-out.natural': 1,
  'received.business': 14,
  'granted.business': 12,
  'declined-petition.business': 2,
}

const entriesOf = (form: Form, figures: Figures) =>
  but(form, Object.fromEntries(Object.entries(figures).map(([key, value]) => [`requests.${key}`, value])))

/** The year with these figures in it; the totals are ours. */
const entered = (form: Form, figures: Figures = {}): Filing =>
  filingWith(form, entriesOf(form, { ...year, ...figures }))

/** The year's totals stated as they should be, then these figures in it. */
const inFile = (form: Form, figures: Figures = {}): Filing => {
  const { cells, computed } = indexOf(form)
  const right = entriesOf(form, year)
  const totals = Object.fromEntries(
    computed.map(({ key, sum = [] }) => [key, sum.reduce((all, part) => all + Number(right[part]), 0)]),
  )
  const slipped = Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [cells.has(key) ? key : `requests.${key}`, value]),
  )
  return filingWith(form, { ...right, ...totals, ...slipped })
}

const suspects = (form: Form, filing: Filing) =>
  repair(form, filing, review(form, filing, alone).findings).map(({ cell, slip, to, with: belongs }) =>
    [cell.replace('requests.', ''), to, slip, belongs?.replace('requests.', '')]
      .filter(part => part !== undefined)
      .join(' '),
  )

describe.each(forms)('in %s', (_, form) => {
  test.each<[string, Figures, string]>([
    ['digits swapped', { 'received.natural': 63 }, 'received.natural 36 swapped'],
    ['a zero too many', { 'received.natural': 360 }, 'received.natural 36 ten'],
    ['a zero too few', { 'granted.natural': 3 }, 'granted.natural 30 ten'],
    ['a digit doubled', { 'unavailable-not-held.natural': 44 }, 'unavailable-not-held.natural 4 ten'],
    ['a digit dropped', { 'received.natural': 6 }, 'received.natural 36 ten'],
    [
      'a figure one column over',
      { 'refused-internal.natural': 0, 'refused-internal.business': 3 },
      'refused-internal.business 0 column refused-internal.natural',
    ],
    [
      'a figure one column over, upon another',
      { 'granted.natural': 0, 'granted.business': 30 },
      'granted.business 12 column granted.natural',
    ],
    [
      'two neighbours exchanged',
      { 'granted.natural': 12, 'granted.business': 30 },
      'granted.business 12 column granted.natural',
    ],
    [
      'a figure one row over, from what came in to what was answered',
      {
        'carried-in.natural': 0,
        'granted.natural': 2,
        'received.natural': 6,
        'refused-internal.natural': 0,
        'unavailable-not-held.natural': 0,
        'carried-out.natural': 8,
      },
      'granted.natural 0 column carried-in.natural',
    ],
  ])('%s is suspected first', (_name, figures, first) => {
    expect(suspects(form, entered(form, figures))[0]).toBe(first)
  })

  test('each suspect, changed as it says, makes everything agree', () => {
    const filing = entered(form, { 'received.natural': 39 })
    const found = repair(form, filing, review(form, filing, alone).findings)
    expect(found.length).toBeGreaterThan(5)
    for (const { cell, to } of found) {
      const key = cell.replace('requests.', '')
      expect(review(form, entered(form, { 'received.natural': 39, [key]: to }), alone).findings, key).toEqual(
        [],
      )
    }
  })

  test('a cell that is not 0 comes before one that is, a small change before a big one, none goes below 0', () => {
    const found = suspects(form, entered(form, { 'received.natural': 39 }))
    expect(found[0]).toBe('received.natural 36 other')
    expect(found.slice(1, 5)).toEqual([
      'granted.natural 33 other',
      'unavailable-not-held.natural 7 other',
      'refused-internal.natural 6 other',
      'carried-out.natural 4 other',
    ])
    expect(found.some(each => each.startsWith('carried-in'))).toBe(false)
    expect(found.length).toBeGreaterThan(5)
    expect(found.slice(5).filter(each => !each.endsWith(' 3 other'))).toEqual([])
  })

  test.each<[string, Figures, string]>([
    ['an entered figure is the only suspect', { 'granted.natural': 25 }, 'granted.natural 30 other'],
    ['so is a stated total', { 'total.natural': 73 }, 'total.natural 37 swapped'],
    ['or one that holds a part', { 'granted.total': 30 }, 'granted.total 42 in-total'],
    ['or one across', { 'received.total': 500 }, 'received.total 50 ten'],
  ])('with every total stated, %s', (_name, figures, only) => {
    expect(suspects(form, inFile(form, figures))).toEqual([only])
  })

  test('a stated total of the disputes is suspected like its parts', () => {
    const filing = inFile(form, {
      'disputes.review.upheld': 1,
      'disputes.review.other': 2,
      'disputes.review.total': 30,
    })
    expect(suspects(form, filing)).toContain('disputes.review.total 3 ten')
    expect(suspects(form, filing)[0]).toBe('disputes.review.total 3 ten')
  })

  test('no one figure explains two slips, but each finding alone has its suspects', () => {
    const filing = entered(form, { 'received.natural': 63, 'granted.business': 21 })
    const { findings } = review(form, filing, alone)
    expect(findings).toHaveLength(2)
    expect(repair(form, filing, findings)).toEqual([])
    const first = findings.map(finding => repair(form, filing, [finding])[0]?.cell)
    expect(first).toEqual(['requests.received.natural', 'requests.granted.business'])
  })

  test('nothing is suspected where everything agrees', () => {
    expect(suspects(form, entered(form))).toEqual([])
    expect(suspects(form, inFile(form))).toEqual([])
  })

  describe('two columns that cancel', () => {
    const hint = (filing: Filing) => cancelling(form, filing, review(form, filing, alone).findings)

    test.each([
      ['as entered', entered],
      ['in a file', inFile],
    ])('say how many cases stand under the wrong applicant, %s', (_name, filing) => {
      const found = hint(filing(form, { 'declined-petition.business': 1, 'declined-petition.other': 1 }))
      expect(found?.cases).toBe(1)
      expect(found?.columns.map(key => key.split('.').at(-1))).toEqual(['business', 'other'])
      expect(found?.from[0]).toBe('requests.declined-petition.other')
      expect(found?.to[0]).toBe('requests.declined-petition.business')
    })

    test('are no hint when only one is off, when they do not cancel, or when three are off', () => {
      expect(hint(entered(form, { 'received.natural': 37 }))).toBeUndefined()
      expect(hint(entered(form, { 'received.natural': 37, 'received.business': 12 }))).toBeUndefined()
      expect(
        hint(entered(form, { 'received.natural': 37, 'received.business': 13, 'received.other': 1 })),
      ).toBeUndefined()
    })

    test('are no hint about applicants when two rows cancel', () => {
      expect(hint(inFile(form, { 'granted.natural': 29, 'partly-granted.natural': 1 }))).toBeUndefined()
    })
  })
})
