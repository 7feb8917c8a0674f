// What a report file may hold, and what is refused with its path and a code.

import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalog, createCatalog } from '../../src/forms/catalog.ts'
import { readReport as readWith } from '../../src/intake/report.ts'
import { reportShape } from '../../src/intake/report-shape.ts'

const readReport = (json: unknown) => readWith(json, catalog)
const minimal = { format: 'nianbao/report@1', unit: '测试镇', year: 2025, form: 'disclosure-2021' }
const report = (changes: Record<string, unknown> = {}) => ({ ...minimal, figures: {}, texts: {}, ...changes })
test('a form is known by the catalogue that is handed in', () => {
  expect(readWith(minimal, catalog).ok).toBe(true)
  expect(readWith(minimal, createCatalog([]))).toEqual({
    ok: false,
    problems: [{ path: 'form', code: 'unknown-form', allowed: [] }],
  })
})

const problems = (json: unknown) => {
  const read = readReport(json)
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`)
}
const entry = (key: string, figure: unknown, form = 'disclosure-2019') => {
  const read = readReport(report({ form, year: 2020, figures: { [key]: figure } }))
  if (!read.ok) return read.problems.map(({ code }) => code).join()
  const found = [...read.filing.entries.values()][0]
  return found && { value: found.value, note: found.note }
}
const natural = 'requests.received.natural'
const amount = 'disclosure.procurement.amount'

describe('a figure', () => {
  test.each<[string, unknown, unknown]>([
    ['a number', 3, { value: 3, note: null }],
    ['a negative number, for the rules to judge', -3, { value: -3, note: null }],
    ['a fraction, for the rules to judge', 2.5, { value: 2.5, note: null }],
    ['minus zero as zero', -0, { value: 0, note: null }],
    ['a printed blank', null, { value: null, note: null }],
    ['a stroke as a printed blank', '／', { value: null, note: null }],
    ['a dash as a printed blank', '—', { value: null, note: null }],
    ['digits as a number', '53', { value: 53, note: null }],
    ['thousands', '1,113', { value: 1113, note: null }],
    ['a figure with its note', '22（其中修订16件）', { value: 22, note: '（其中修订16件）' }],
    [
      'a note with its own signs',
      '22（其中修订16件，废止3件）',
      { value: 22, note: '（其中修订16件，废止3件）' },
    ],
    ['a note of its own', { value: 22, note: '（其中修订16件）' }, { value: 22, note: '（其中修订16件）' }],
    ['an empty note as none', { value: 22, note: '' }, { value: 22, note: null }],
    ['nothing it has to guess at', '约50', 'vague'],
    ['no words', '很多', 'vague'],
    ['no truth values', true, 'wrong-type'],
    ['no lists', [1], 'wrong-type'],
    ['no number beyond reason', 1e16, 'too-large'],
    ['no endless number', Number.POSITIVE_INFINITY, 'wrong-type'],
    ['no endless text', '9'.repeat(300), 'too-long'],
    ['no unknown part', { value: 1, remark: '' }, 'unknown-key'],
  ])('is %s', (_, figure, kept) => expect(entry(natural, figure)).toEqual(kept))

  test.each<[string, unknown, unknown]>([
    ['with its unit as written', '116万元', { value: { fen: 116_000_000, unit: 'wan-yuan' }, note: null }],
    ['in yuan', '251000元', { value: { fen: 25_100_000, unit: 'yuan' }, note: null }],
    ['zero without a unit', 0, { value: { fen: 0, unit: 'yuan' }, note: null }],
    ['a bare number, whose unit the rules miss', '116', { value: 116, note: null }],
    ['never negative', '-5万元', 'negative'],
  ])('of money is %s', (_, figure, kept) => expect(entry(amount, figure)).toEqual(kept))

  test('in wan yuan loses nothing', () => {
    const kept = { value: { fen: 59_237_244_900, unit: 'wan-yuan' }, note: null }
    expect(entry('disclosure.fees.collected', 59237.2449, 'disclosure-2021')).toEqual(kept)
    expect(entry('disclosure.fees.collected', '59237.2449', 'disclosure-2021')).toEqual(kept)
  })

  test('that the form computes is kept as stated', () =>
    expect(entry('requests.received.total', 9)).toEqual({ value: 9, note: null }))
})

describe('a level', () => {
  const written = ['province', 'city', 'county', 'district', 'town', 'street', 'bureau']
  const readAt = (level: string) => {
    const read = readReport(report({ level }))
    return read.ok ? read.level : read.problems
  }

  test.each(written.filter(level => level !== 'district'))('of %s is kept', level =>
    expect(readAt(level)).toBe(level),
  )

  test('of a district is that of a county', () => expect(readAt('district')).toBe('county'))

  test('that there is not is refused with those that there are', () =>
    expect(readAt('borough')).toEqual([{ path: 'level', code: 'wrong-value', allowed: written }]))
})

describe('unknown keys', () => {
  test('are kept and reported, whatever stands there', () => {
    const read = readReport(
      report({
        source: 'x',
        figures: { 'local.extra': 7, 'local.words': '其他' },
        texts: { appendix: '附。' },
      }),
    )
    expect(read).toMatchObject({
      ok: true,
      unknown: ['source', 'figures.local.extra', 'figures.local.words', 'texts.appendix'],
    })
    if (!read.ok) return
    expect([...read.filing.entries.values()].map(({ value, note }) => [value, note])).toEqual([
      [7, null],
      [null, '其他'],
    ])
    expect([...read.filing.texts.values()].flat().map(({ body }) => body)).toEqual(['附。'])
  })

  test('cannot name a gate', () =>
    expect(problems(report({ figures: { 'requests.?': 1 } }))).toEqual(['figures.requests.? unknown-key']))
})

describe('keys named like parts of every object', () => {
  test.each(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])(
    '%s is a key like any other',
    key => {
      const read = readReport(report({ [key]: 1, figures: { [key]: 2 }, texts: { [key]: '甲' } }))
      expect(read).toMatchObject({
        ok: true,
        unknown: [key, `figures.${key}`, `texts.${key}`],
        others: { [key]: 1 },
      })
    },
  )
})

describe('a file is refused', () => {
  test.each<[string, unknown, string[]]>([
    ['that is no JSON', '{', [' not-json']],
    ['that is no report', '[]', [' wrong-type']],
    ['of another format', report({ format: 'nianbao/report@2' }), ['format wrong-value']],
    [
      'without a unit or a year',
      { format: minimal.format, form: minimal.form },
      ['unit missing', 'year missing'],
    ],
    ['of a form we do not have', report({ form: 'disclosure-1999' }), ['form unknown-form']],
    ['of a form named like a prototype’s part', report({ form: 'constructor' }), ['form unknown-form']],
    ['of a year beyond reason', report({ year: 20251 }), ['year too-large']],
    ['with a broken year', report({ year: 2025.5 }), ['year wrong-type']],
    ['with an unknown level', report({ level: 'village' }), ['level wrong-value']],
    ['with a text that is none', report({ texts: { overview: 1 } }), ['texts.overview wrong-type']],
    [
      'with a text over 20,000 characters',
      report({ texts: { overview: '长'.repeat(20_001) } }),
      ['texts.overview too-long'],
    ],
    [
      'with a key that reaches a prototype',
      '{"figures":{"__proto__":1}}',
      ['figures.__proto__ forbidden-key'],
    ],
    [
      'with a number without end',
      JSON.stringify(report()).replace('"figures":{', '"figures":{"a":1e999'),
      ['figures.a wrong-type'],
    ],
    [
      'nested beyond reason',
      `${'{"a":'.repeat(20)}1${'}'.repeat(20)}`,
      [`${Array(13).fill('a').join('.')} too-deep`],
    ],
    [
      'with 100,000 figures',
      report({ figures: Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at])) }),
      [' too-large'],
    ],
    ['with figures that are a list', report({ figures: [1] }), ['figures wrong-type']],
    [
      'whose figures reach a prototype two levels down',
      '{"about":{"a":{"__proto__":{}}}}',
      ['about.a.__proto__ forbidden-key'],
    ],
    ['with too many values', report({ about: Array(30_000).fill(0) }), [' too-large']],
    ['that is too long', ' '.repeat(2_000_001), [' too-large']],
  ])('%s', (_, json, found) => expect(problems(json)).toEqual(found))

  test('with every reason at once', () =>
    expect(problems(report({ figures: { [natural]: '约50', [amount]: 'x' } }))).toEqual([
      `figures.${natural} vague`,
    ]))
})

test('a text is taken as it stands, a byte order mark and foreign line ends aside', () => {
  const read = readReport(
    `\ufeff${JSON.stringify(report({ texts: { overview: ' 甲。\r\n乙。', other: '' } }))}`,
  )
  if (!read.ok) throw new Error('refused')
  expect([...read.filing.texts].map(([key, parts]) => [key, parts.map(part => part.body)])).toEqual([
    ['overview', [' 甲。\n乙。']],
    ['other', ['']],
  ])
})

test('a report without figures and texts is one in which nothing is answered', () =>
  expect(readReport(minimal)).toMatchObject({
    ok: true,
    unit: '测试镇',
    level: null,
    title: null,
    unknown: [],
  }))

test('the published schema is the one that is used (UPDATE=1 writes it anew)', () => {
  const file = resolve(import.meta.dirname, '../../docs/report.schema.json')
  const schema = z.toJSONSchema(reportShape, { io: 'input' })
  if (process.env.UPDATE) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)))
})
