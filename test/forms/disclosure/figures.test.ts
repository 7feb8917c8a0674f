// T304, T214 and T215: rules on single figures and pairs. And totals: they are computed, and a stated one is checked
// but never trusted.

import { describe, expect, test } from 'vitest'
import { derive, stated } from '../../../src/engine/derive.ts'
import { cellKey } from '../../../src/engine/form.ts'
import { blocks, findingKey } from '../../../src/engine/rules/finding.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { filingWith } from '../../engine/play.ts'
import { but, findings, forms, places } from './figures.ts'

describe.each(forms)('T304 in %s, requests are counted in whole numbers', (_, form) => {
  test.each([2.5, -1, -0.5])('breaks for %d in the cell, and at most in the totals that it enters', value => {
    const found = findings(form, but(form, { 'requests.granted.other': value }), 'T304')
    expect(found[0]).toEqual({ rule: 'T304', severity: 'error', cells: ['requests.granted.other'] })
    const totals = ['requests.granted.total', 'requests.total.other', 'requests.total.total']
    expect(totals).toEqual(expect.arrayContaining(found.slice(1).flatMap(each => each.cells)))
  })

  test('breaks only in the cell when its totals are stated', () => {
    const totals = { 'requests.granted.total': 0, 'requests.total.other': 0, 'requests.total.total': 0 }
    expect(places(form, but(form, { 'requests.granted.other': -1, ...totals }), 'T304')).toEqual([
      'T304 requests.granted.other',
    ])
  })

  test('breaks for a stated total too', () => {
    expect(places(form, but(form, { 'requests.total.total': -1 }), 'T304')).toEqual([
      'T304 requests.total.total',
    ])
  })

  test.each([0, 1, null])('stays silent for %s', value => {
    expect(findings(form, but(form, { 'requests.granted.other': value }), 'T304')).toEqual([])
  })

  test('says nothing of an absent figure', () => {
    expect(findings(form, {}, 'T304')).toEqual([])
  })

  test('names the table where it is not the one of requests', () => {
    const [finding] = findings(form, but(form, { 'disputes.review.upheld': -1 }), 'T304')
    expect(finding).toMatchObject({ message: 'T304.table4', cells: ['disputes.review.upheld'] })
    const [other] = findings(form, but(form, { 'disclosure.regulations.made': 1.5 }), 'T304')
    expect(other).toMatchObject({ message: 'T304.table2', cells: ['disclosure.regulations.made'] })
  })
})

describe('T214, what is public in all is at least what was newly published', () => {
  const row = (published: number | null | undefined, all: number | null | undefined, name = 'regulations') =>
    but(disclosure2019, {
      [`disclosure.${name}.published`]: published,
      [`disclosure.${name}.public-total`]: all,
    })

  test.each([
    [0, 0],
    [3, 3],
    [3, 90],
    [null, 0],
    [0, null],
    [null, null],
  ])('holds for %s published of %s', (published, all) => {
    expect(findings(disclosure2019, row(published, all))).toEqual([])
  })

  test.each(['regulations', 'normative-documents'])('breaks for more published than public in %s', name => {
    expect(findings(disclosure2019, row(3, 2, name))).toEqual([
      {
        rule: 'T214',
        severity: 'error',
        cells: [`disclosure.${name}.public-total`, `disclosure.${name}.published`],
        left: { cells: [`disclosure.${name}.public-total`], sum: 2 },
        right: { cells: [`disclosure.${name}.published`], sum: 3 },
      },
    ])
  })

  test('breaks for a blank total beside a figure', () => {
    expect(places(disclosure2019, row(3, null))).toEqual(['T214 disclosure.regulations.public-total'])
  })

  test('is not judged while either is absent', () => {
    expect(findings(disclosure2019, row(3, undefined))).toEqual([])
    expect(findings(disclosure2019, row(undefined, 0))).toEqual([])
  })
})

describe('T215, a purchase has a price and a price a purchase', () => {
  const both = (projects: Parameters<typeof but>[1][string], amount: Parameters<typeof but>[1][string]) =>
    but(disclosure2019, {
      'disclosure.procurement.projects': projects,
      'disclosure.procurement.amount': amount,
    })

  test.each([
    [0, 0],
    [null, null],
    [0, null],
    [0, { fen: 0, unit: 'wan-yuan' } as const],
    [53, { fen: 116_000_000, unit: 'wan-yuan' } as const],
    [1, { fen: 1, unit: 'yuan' } as const],
  ])('holds for %j and %j', (projects, amount) => {
    expect(findings(disclosure2019, both(projects, amount))).toEqual([])
  })

  test.each([
    [53, 0],
    [53, null],
    [53, { fen: 0, unit: 'yuan' } as const],
    [0, { fen: 1, unit: 'yuan' } as const],
    [null, { fen: 1, unit: 'yuan' } as const],
    [53, 116],
    [0, 116],
  ])('breaks for %j and %j', (projects, amount) => {
    expect(places(disclosure2019, both(projects, amount))).toEqual(['T215 disclosure.procurement.projects'])
  })

  test('the zeros are not compared while either is absent, but an amount always wants its unit', () => {
    expect(findings(disclosure2019, both(53, undefined))).toEqual([])
    expect(findings(disclosure2019, both(undefined, { fen: 5_000, unit: 'yuan' }))).toEqual([])
    expect(places(disclosure2019, both(undefined, 116))).toEqual(['T215 disclosure.procurement.projects'])
  })

  test('tells both amounts in their own unit: things and fen', () => {
    const [finding] = findings(disclosure2019, both(0, { fen: 5_000, unit: 'yuan' }))
    expect([finding?.left?.sum, finding?.right?.sum]).toEqual([0, 5_000])
  })

  test('belongs to the edition of 2019 alone', () => {
    const entries = but(disclosure2021, {
      'disclosure.procurement.projects': 53,
      'disclosure.regulations.published': 9,
      'disclosure.regulations.public-total': 1,
    })
    expect(findings(disclosure2021, entries)).toEqual([])
  })
})

describe('a computed cell', () => {
  const wrong = but(disclosure2019, { 'disputes.review.upheld': 2, 'disputes.review.total': 9 })
  const filing = filingWith(disclosure2019, wrong)
  const total = cellKey('disputes.review.total')

  test('is recomputed, whatever a file stated', () => {
    expect(derive(disclosure2019, filing).get(total)).toEqual({ value: 2, note: null, source: 'computed' })
  })

  test('is judged as it was stated', () => {
    expect(stated(filing, derive(disclosure2019, filing), total)?.value).toBe(9)
    expect(places(disclosure2019, wrong)).toEqual(['T401 disputes.review.total'])
  })

  test('is absent while one of its parts is, and counts a blank part as 0', () => {
    const figures = (part: null | undefined) =>
      derive(
        disclosure2019,
        filingWith(disclosure2019, but(disclosure2019, { 'disputes.review.other': part })),
      )
    expect(figures(undefined).has(total)).toBe(false)
    expect(figures(null).get(total)?.value).toBe(0)
  })
})

test('a finding is known by its rule and its first cell, and an error blocks', () => {
  const [first] = findings(disclosure2019, but(disclosure2019, { 'requests.received.natural': 1 }))
  expect(first && findingKey(first)).toBe('T301:requests.received.natural')
  expect(first && blocks(first)).toBe(true)
})
