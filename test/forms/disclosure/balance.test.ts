// T301, T302, T303 and T401: sums that must agree. Each holds, breaks, stays silent where it must, and says what it saw.

import { describe, expect, test } from 'vitest'
import { but, findings, forms, places, zeros } from './figures.ts'

describe.each(forms)('in %s', (_, form) => {
  test('all zeros break nothing', () => {
    expect(findings(form, zeros(form))).toEqual([])
  })

  test('nothing entered breaks nothing', () => {
    expect(findings(form, {})).toEqual([])
  })

  describe('T301, what came in is what was done and what is left', () => {
    test('holds when a column balances', () => {
      const entries = but(form, {
        'requests.received.natural': 5,
        'requests.carried-in.natural': 1,
        'requests.granted.natural': 4,
        'requests.declined-petition.natural': 1,
        'requests.carried-out.natural': 1,
      })
      expect(findings(form, entries)).toEqual([])
    })

    test('breaks in the column, with both sums; the totals that nobody stated are our own', () => {
      const entries = but(form, { 'requests.received.legal': 5, 'requests.granted.legal': 3 })
      expect(places(form, entries)).toEqual(['T301 requests.received.legal'])
      const [finding] = findings(form, entries)
      expect(finding).toMatchObject({
        severity: 'error',
        cells: [
          'requests.received.legal',
          'requests.carried-in.legal',
          'requests.total.legal',
          'requests.carried-out.legal',
        ],
        left: { cells: ['requests.received.legal', 'requests.carried-in.legal'], sum: 5 },
        right: { cells: ['requests.total.legal', 'requests.carried-out.legal'], sum: 3 },
      })
    })

    test('is broken by one column too many and one too few even when the totals agree', () => {
      const entries = but(form, { 'requests.received.natural': 2, 'requests.carried-out.business': 2 })
      expect(places(form, entries, 'T301')).toEqual([
        'T301 requests.received.natural',
        'T301 requests.received.business',
      ])
    })

    test.each(['received', 'carried-in', 'granted', 'carried-out'])(
      'is not judged while %s has no figure',
      row => {
        const entries = but(form, { 'requests.received.natural': 5, [`requests.${row}.natural`]: undefined })
        expect(findings(form, entries)).toEqual([])
      },
    )

    test('counts a printed blank as 0', () => {
      const balanced = { 'requests.carried-in.natural': null, 'requests.granted.business': null }
      expect(findings(form, but(form, balanced))).toEqual([])
      const broken = but(form, { ...balanced, 'requests.received.natural': 1 })
      expect(places(form, broken, 'T301')).toContain('T301 requests.received.natural')
    })

    test('judges zeros behind a closed gate like any figure', () => {
      const entries = { 'requests.?': ['natural'], 'requests.?.natural': [], 'requests.received.natural': 1 }
      expect(findings(form, entries)).toEqual([])
      expect(places(form, { ...entries, 'requests.carried-in.natural': 0 })).toEqual([
        'T301 requests.received.natural',
      ])
    })
  })

  describe('T302, a column of results adds up', () => {
    test('holds when the stated total is right and breaks when it is not', () => {
      const column = { 'requests.received.welfare': 3, 'requests.granted.welfare': 3 }
      const stated = (total: number) => but(form, { ...column, 'requests.total.welfare': total })
      expect(findings(form, stated(3))).toEqual([])
      expect(findings(form, stated(4), 'T302')).toEqual([
        expect.objectContaining({
          severity: 'error',
          left: { cells: ['requests.total.welfare'], sum: 4 },
          right: expect.objectContaining({ sum: 3 }),
        }),
      ])
    })

    test('judges a blank total as 0', () => {
      expect(findings(form, but(form, { 'requests.total.natural': null }))).toEqual([])
      const entries = but(form, { 'requests.granted.natural': 1, 'requests.total.natural': null })
      expect(places(form, entries, 'T302')).toContain('T302 requests.total.natural')
    })

    test('is not judged while a result has no figure, whatever total is stated', () => {
      const entries = but(form, { 'requests.granted.natural': undefined, 'requests.total.natural': 7 })
      expect(findings(form, entries, 'T302')).toEqual([])
    })
  })

  describe('T303, a row adds up', () => {
    test('holds when the stated total is right and breaks when it is not', () => {
      const row = { 'requests.carried-in.natural': 2, 'requests.carried-out.natural': 2 }
      const stated = (total: number) => but(form, { ...row, 'requests.carried-in.total': total })
      expect(findings(form, stated(2))).toEqual([])
      const [finding] = findings(form, stated(3), 'T303')
      expect(finding).toMatchObject({
        severity: 'error',
        left: { sum: 3 },
        right: { sum: 2 },
      })
      expect(finding?.cells).toHaveLength(7)
    })

    test('a wrong total of totals breaks its row, its column and the balance', () => {
      expect(places(form, but(form, { 'requests.total.total': 1 }))).toEqual([
        'T301 requests.received.total',
        'T302 requests.total.total',
        'T303 requests.total.total',
      ])
    })
  })

  describe('T401, a group of reviews or suits adds up', () => {
    const groups = ['review', 'suit-direct', 'suit-after-review']

    test.each(groups)('holds and breaks in %s', group => {
      const stated = (total: number | null) =>
        but(form, {
          [`disputes.${group}.upheld`]: 1,
          [`disputes.${group}.pending`]: 2,
          [`disputes.${group}.total`]: total,
        })
      expect(findings(form, stated(3))).toEqual([])
      expect(places(form, stated(2))).toEqual([`T401 disputes.${group}.total`])
      expect(places(form, stated(null))).toEqual([`T401 disputes.${group}.total`])
    })

    test.each(groups)('is not judged in %s while an outcome has no figure', group => {
      const entries = but(form, { [`disputes.${group}.other`]: undefined, [`disputes.${group}.total`]: 9 })
      expect(findings(form, entries)).toEqual([])
    })
  })
})
