// The rules that ask what the unit is and what it reported last year. Each is shown to hold, to break, and to keep
// silent where nothing can be said.

import { describe, expect, test } from 'vitest'
import { type Form, type Level, textKey } from '../../../src/engine/form.ts'
import type { RuleId } from '../../../src/engine/keys.ts'
import type { Known } from '../../../src/engine/known.ts'
import { review } from '../../../src/engine/review.ts'
import { blocks, type Finding } from '../../../src/engine/rules/finding.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { cell, filingWith, type Play, play } from '../../engine/play.ts'
import { but, type Entries, forms } from './figures.ts'

type Case = {
  readonly form?: Form
  readonly now: Parameters<typeof but>[1]
  /** Last year's figures that are not 0, in the form of that year; absent: last year's report is not in hand. */
  readonly before?: Parameters<typeof but>[1]
  readonly beforeForm?: Form
  readonly level?: Level | null
  readonly powers?: Known['unit']['powers']
  readonly year?: number
  readonly note?: string
}

const found = (rule: RuleId, { form = disclosure2021, now, ...rest }: Case): readonly Finding[] => {
  const { before, beforeForm = form, level = null, powers = {}, year, note } = rest
  const filing = filingWith(form, but(form, now) as Entries)
  const entries = new Map(
    [...filing.entries].map(
      ([key, entry]) => [key, key in now && note ? { ...entry, note } : entry] as const,
    ),
  )
  const previous = before
    ? { form: beforeForm, filing: filingWith(beforeForm, but(beforeForm, before)) }
    : null
  const known = { unit: { name: '柳荫街道', level, powers }, previous, yearEnd: null }
  return review(form, { ...filing, entries, ...(year && { year }) }, known).findings.filter(
    finding => finding.rule === rule,
  )
}

const shown = (rule: RuleId, given: Case) =>
  found(rule, given).map(({ severity, message, cells }) =>
    [severity, message ?? rule, cells[0] ?? ''].join(' '),
  )

const licensing = 'disclosure.licensing.handled'
const penalties = 'disclosure.penalties.handled'
const coercion = 'disclosure.coercion.handled'
const fees = 'disclosure.fees.collected'
const inForce = 'disclosure.normative-documents.in-force'
const made = 'disclosure.normative-documents.made'
const repealed = 'disclosure.normative-documents.repealed'
const items = 'disclosure.licensing.items-last-year'
const change = 'disclosure.licensing.change'
const all = 'disclosure.normative-documents.public-total'
const published = 'disclosure.normative-documents.published'
const carriedIn = 'requests.carried-in.natural'
const carriedOut = 'requests.carried-out.natural'
const wan = (amount: number) => ({ fen: Math.round(amount * 1_000_000), unit: 'wan-yuan' }) as const

const table: readonly (readonly [RuleId, string, Case, readonly string[]])[] = [
  ['F01', 'the year is one of the edition', { now: {}, year: 2026 }, []],
  ['F01', 'the edition came later', { now: {}, year: 2020 }, ['error F01.early ']],
  ['F01', 'the edition has ended', { form: disclosure2019, now: {}, year: 2021 }, ['error F01 ']],
  ['F07', 'every cell holds a figure', { now: {} }, []],
  ['F07', 'two are blank', { now: { [made]: null, [coercion]: null } }, [`warning F07 ${made}`]],
  [
    'T201',
    'the stock follows',
    { now: { [inForce]: 12, [made]: 3, [repealed]: 1 }, before: { [inForce]: 10 } },
    [],
  ],
  ['T201', 'last year is not in hand', { now: { [inForce]: 12 } }, []],
  [
    'T201',
    'last year had another form',
    { now: { [inForce]: 12 }, before: {}, beforeForm: disclosure2019 },
    [],
  ],
  [
    'T201',
    'one is missing',
    { now: { [inForce]: 11, [made]: 3, [repealed]: 1 }, before: { [inForce]: 10 } },
    [`warning T201 ${inForce}`],
  ],
  [
    'T201',
    'a printed note says why',
    { now: { [inForce]: 11 }, before: { [inForce]: 10 }, note: '（含自然失效）' },
    [],
  ],
  ['T202', 'what was repealed is off', { now: { [inForce]: 1, [made]: 3, [repealed]: 2 } }, []],
  ['T202', 'all that was made is in force', { now: { [inForce]: 3, [made]: 3 } }, []],
  [
    'T202',
    'less is in force than was made',
    { now: { [inForce]: 2, [made]: 3 } },
    [`warning T202 ${inForce}`],
  ],
  ['T202', 'more was repealed than made', { now: { [inForce]: 0, [made]: 3, [repealed]: 9 } }, []],
  ['T203', 'a city makes regulations', { now: { 'disclosure.regulations.in-force': 3 }, level: 'city' }, []],
  ['T203', 'the level is unknown', { now: { 'disclosure.regulations.in-force': 3 } }, []],
  ['T203', 'a street has none', { now: {}, level: 'street' }, []],
  [
    'T203',
    'a street has some',
    { now: { 'disclosure.regulations.made': 3, 'disclosure.regulations.in-force': 3 }, level: 'street' },
    ['explain T203 disclosure.regulations.made'],
  ],
  ['T205', 'nobody said what it may do', { now: { [licensing]: 5 } }, []],
  ['T205', 'it may and does', { now: { [licensing]: 5 }, powers: { licensing: true } }, []],
  [
    'T205',
    'it may and did not',
    { now: {}, powers: { licensing: true } },
    [`warning T205.none ${licensing}`],
  ],
  [
    'T205',
    'it may not and did',
    { now: { [penalties]: 5 }, powers: { penalties: false } },
    [`warning T205 ${penalties}`],
  ],
  ['T205', 'it grew five times', { now: { [licensing]: 100 }, before: { [licensing]: 20 } }, []],
  [
    'T205',
    'it grew more',
    { now: { [licensing]: 101 }, before: { [licensing]: 20 } },
    [`warning T205.ratio ${licensing}`],
  ],
  [
    'T205',
    'it shrank to less than a fifth',
    { now: { [licensing]: 20 }, before: { [licensing]: 101 } },
    [`warning T205.ratio ${licensing}`],
  ],
  ['T205', 'small figures leap', { now: { [licensing]: 200 }, before: { [licensing]: 19 } }, []],
  ['T205', 'both are 19', { now: { [penalties]: 19, [coercion]: 19 } }, []],
  ['T205', 'both are 20', { now: { [penalties]: 20, [coercion]: 20 } }, [`warning T205.same ${penalties}`]],
  ['T206', 'a fraction of a wan', { now: { [fees]: wan(59_237.2449) }, level: 'city' }, []],
  ['T206', 'a whole of three digits', { now: { [fees]: wan(999) }, level: 'street' }, []],
  [
    'T206',
    'a whole of four digits',
    { now: { [fees]: wan(1_160) }, level: 'city' },
    [`warning T206 ${fees}`],
  ],
  ['T206', 'much for a street', { now: { [fees]: wan(1_160.5) }, level: 'street' }, [`warning T206 ${fees}`]],
  ['T206', 'nothing for a county', { now: { [fees]: wan(1_160.5) }, level: 'county' }, []],
  [
    'T211',
    'last year and its change',
    { form: disclosure2019, now: { [items]: 9 }, before: { [items]: 10, [change]: -1 } },
    [],
  ],
  [
    'T211',
    'the change was forgotten',
    { form: disclosure2019, now: { [items]: 10 }, before: { [items]: 10, [change]: -1 } },
    [`warning T211 ${items}`],
  ],
  ['T212', 'cases and items differ', { form: disclosure2019, now: { [licensing]: 9, [items]: 8 } }, []],
  ['T212', 'they are equal and few', { form: disclosure2019, now: { [licensing]: 4, [items]: 4 } }, []],
  [
    'T212',
    'they are equal',
    { form: disclosure2019, now: { [licensing]: 9, [items]: 8, [change]: 1 } },
    [`warning T212 ${licensing}`],
  ],
  [
    'T213',
    'all that was made is published',
    { form: disclosure2019, now: { [made]: 3, [published]: 3, [all]: 3 } },
    [],
  ],
  [
    'T213',
    'more was published than made',
    { form: disclosure2019, now: { [made]: 2, [published]: 3, [all]: 3 } },
    [`warning T213 ${made}`],
  ],
  [
    'T213',
    'some was withdrawn',
    { form: disclosure2019, now: { [made]: 3, [published]: 3, [all]: 12 }, before: { [all]: 10 } },
    [],
  ],
  [
    'T213',
    'some came from nowhere',
    { form: disclosure2019, now: { [made]: 3, [published]: 3, [all]: 14 }, before: { [all]: 10 } },
    [`warning T213.stock ${all}`],
  ],
  [
    'T402',
    'disputes come from requests',
    { now: { 'disputes.review.upheld': 1, 'requests.received.natural': 1 }, before: {} },
    [],
  ],
  ['T402', 'last year is not in hand', { now: { 'disputes.review.upheld': 1 } }, []],
  [
    'T402',
    'the request came last year',
    { now: { 'disputes.review.upheld': 1 }, before: { 'requests.received.natural': 1 } },
    [],
  ],
  [
    'T402',
    'there never was a request',
    { now: { 'disputes.review.upheld': 1 }, before: {}, beforeForm: disclosure2019 },
    ['warning T402 disputes.review.total'],
  ],
  [
    'T404',
    'what was pending is back',
    { now: { 'disputes.review.upheld': 2 }, before: { 'disputes.review.pending': 2 } },
    [],
  ],
  [
    'T404',
    'what was pending is gone',
    { now: { 'disputes.review.upheld': 1 }, before: { 'disputes.review.pending': 2 } },
    ['warning T404 disputes.review.total'],
  ],
  ['Y01', 'last year is not in hand', { now: { [carriedIn]: 3 } }, []],
  [
    'Y01',
    'what went out came in',
    { now: { [carriedIn]: 3 }, before: { [carriedOut]: 3 }, beforeForm: disclosure2019 },
    [],
  ],
  [
    'Y01',
    'less came in',
    { now: { [carriedIn]: 2 }, before: { [carriedOut]: 3 } },
    ['explain Y01 requests.carried-in.total', `warning Y01.column ${carriedIn}`],
  ],
  [
    'Y01',
    'it came in under another applicant',
    { now: { 'requests.carried-in.other': 3 }, before: { [carriedOut]: 3 } },
    [`warning Y01.column ${carriedIn}`, 'warning Y01.column requests.carried-in.other'],
  ],
  [
    'Y02',
    'a total grew more than five times',
    { now: { 'requests.received.natural': 101 }, before: { 'requests.received.natural': 20 } },
    ['warning Y02 requests.received.total'],
  ],
  [
    'Y02',
    'three figures are last year\u2019s',
    {
      now: { 'requests.received.natural': 60, 'requests.granted.natural': 40, 'requests.granted.other': 20 },
      before: {
        'requests.received.natural': 60,
        'requests.granted.natural': 40,
        'requests.granted.other': 20,
      },
    },
    ['warning Y02.same requests.received.natural'],
  ],
  [
    'Y02',
    'two figures are last year\u2019s',
    {
      now: { 'requests.received.natural': 60, 'requests.granted.natural': 40, 'requests.granted.other': 19 },
      before: {
        'requests.received.natural': 60,
        'requests.granted.natural': 40,
        'requests.granted.other': 19,
      },
    },
    [],
  ],
]

test.each(table)('%s: %s', (rule, _, given, expected) => {
  expect(shown(rule, given)).toEqual(expected)
})

describe('a reason', () => {
  const entries = { ...but(disclosure2021, { [carriedIn]: 2, [carriedOut]: 2 }) }
  const before = filingWith(disclosure2021, but(disclosure2021, { [carriedOut]: 3 }))
  const previous: Known['previous'] = { form: disclosure2021, filing: before }
  const script = () => play(disclosure2021, { entries, previous })
  const isAsked = (asking: Play) => asking.ask().findings.some(found => found.rule === 'Y01' && blocks(found))
  const toFinding = (asking: Play) => {
    for (const name of ['preamble', 'overview', 'problems', 'other']) {
      asking.put({ type: 'text', text: textKey(name) })
      asking.say('梧桐成荫，落叶有人打扫。')
    }
    asking.act({ type: 'next' })
    expect(asking.question()).toMatchObject({ type: 'finding', key: 'Y01:requests.carried-in.total' })
  }

  test('is asked before the report goes out; a tap on a ready one is enough', () => {
    const asking = script()
    toFinding(asking)
    asking.tapWhere(({ label }) => label.type === 'reason')
    expect(asking.effects()[0]).toMatchObject({ type: 'explained' })
    expect(isAsked(asking)).toBe(false)
    expect(asking.question()).toEqual({ type: 'done' })
  })

  test('may be in their own words, and is taken back with the last step', () => {
    const asking = script()
    toFinding(asking)
    asking.say('上年度统计有误，已更正。')
    expect(isAsked(asking)).toBe(false)
    asking.act({ type: 'undo' })
    expect(isAsked(asking)).toBe(true)
  })

  test('holds for these figures alone', () => {
    const asking = script()
    toFinding(asking)
    asking.say('上年度统计有误，已更正。')
    asking.put(cell(carriedIn))
    asking.say('1')
    expect(isAsked(asking)).toBe(true)
  })
})

test.each(forms)(
  'a cell of %s that opens with last year\u2019s figures names cells of the table',
  (_, form) => {
    const cells = form.sections.flatMap(section => (section.type === 'table' ? section.cells : []))
    const keys = new Set<string>(cells.map(({ key }) => key))
    const opening = cells.flatMap(cell => cell.opening ?? [])
    expect(opening.length).toBeGreaterThan(0)
    expect(opening.filter(key => !keys.has(key))).toEqual([])
  },
)
