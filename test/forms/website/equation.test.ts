// An equation over every kind of answer that counts: what one tap offers is what is missing, said and stored as the kind
// does it, and exact sums are no error.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers } from '../../../src/engine/answers/answers.ts'
import type { Value } from '../../../src/engine/filing.ts'
import { createReview } from '../../../src/engine/review.ts'
import { createCatalog } from '../../../src/forms/catalog.ts'
import { openDesk, textOf } from '../../app/desk.ts'
import { wordValues } from '../../engine/answers/word-values.ts'
import { filingWith } from '../../engine/play.ts'
import { wordsOfBoth } from './books.ts'
import { equationForm } from './equation-form.ts'
import { website } from './website.ts'

const kinds = ['count', 'signed', 'money', 'money-wan', 'decimal'] as const
type Kind = (typeof kinds)[number]

const rows = ['build', 'upkeep', 'security', 'total']
const fen = fc.nat(10 ** 12)
const amounts: Readonly<Record<Kind, fc.Arbitrary<Value>>> = {
  count: fc.nat(10 ** 12),
  signed: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
  money: fen.map((fen): Value => ({ fen, unit: 'yuan' })),
  'money-wan': fen.map((fen): Value => ({ fen, unit: 'wan-yuan' })),
  decimal: wordValues.decimal,
}

/** A conversation about the total, then its parts. */
const conversation = async (kind: Kind, said: readonly string[]) => {
  const form = equationForm(kind)
  const desk = await openDesk({
    catalog: createCatalog([{ ...website, forms: [form] }]),
    form,
    words: () => wordsOfBoth('zh-CN'),
  })
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  let answered = ''
  for (const words of said) answered = textOf(await ann.text(words))
  const values = async () => {
    const { filing } = await ann.seat()
    return Object.fromEntries([...filing.entries].map(([key, { value }]) => [key.split('.')[1], value]))
  }
  const labels = () => ann.card()?.choices.flatMap(({ label, nav }) => (nav ? [] : [label])) ?? []
  return { desk, ann, values, labels, answered }
}

const cases: Readonly<Record<Kind, readonly [string, string, string, string, Value, Value]>> = {
  count: ['12', '3', '4', '5', 5, 0],
  signed: ['12', '3', '4', '5', 5, 0],
  money: [
    '12.5万元',
    '3万元',
    '4万元',
    '5.5万元',
    { fen: 5_500_000, unit: 'wan-yuan' },
    { fen: 0, unit: 'yuan' },
  ],
  'money-wan': [
    '12.5',
    '3',
    '4',
    '5.5万元',
    { fen: 5_500_000, unit: 'wan-yuan' },
    { fen: 0, unit: 'wan-yuan' },
  ],
  decimal: ['0.6', '0.1', '0.2', '0.3', '0.3', '0'],
}

describe.each(kinds)('of kind %s', kind => {
  const [total, one, other, left, value, zero] = cases[kind]

  test('the rest is said, offered and stored as the kind does it', async () => {
    const { desk, ann, values, labels, answered } = await conversation(kind, [total, one, other])
    expect(answered).toContain(
      kind === 'count' || kind === 'signed' ? `尚有 ${left} 条` : `尚有 ${left} 未列入各分项`,
    )
    expect(labels()).toEqual([`内容 ${left}`])
    await ann.tap(labels()[0] ?? '')
    expect((await values()).security).toEqual(value)
    expect(desk.logged).toEqual([])
    await desk.close()
  })

  test('nothing left makes the open cells zero of that kind', async () => {
    const { desk, ann, values, labels } = await conversation(kind, [total, total])
    await ann.tap(labels()[0] ?? '')
    expect(await values()).toMatchObject({ upkeep: zero, security: zero })
    await desk.close()
  })

  test('a total that is the exact sum of its parts is no error', () => {
    const form = equationForm(kind)
    const known = { unit: { name: '柳荫街道', level: null, powers: {} }, previous: null, yearEnd: null }
    const { add = () => null } = answers[kind]
    fc.assert(
      fc.property(fc.array(amounts[kind], { minLength: 3, maxLength: 3 }), ([build, upkeep, security]) => {
        const parts = [build ?? null, upkeep ?? null, security ?? null]
        const cells = [...parts, add(parts)].map((each, at) => [`spending.${rows[at]}.value`, each] as const)
        const { errors } = createReview()(form, filingWith(form, Object.fromEntries(cells)), known)
        expect(errors.filter(({ rule }) => rule === 'W03')).toEqual([])
      }),
    )
  })
})

test.each([
  ['count', ['125', '30', '40', '45'], '115', 115],
  ['money', ['12.5万元', '3万元', '4万元', '4.5万元'], '11.5万元', { fen: 11_500_000, unit: 'wan-yuan' }],
  ['money-wan', ['12.5', '3', '4', '4.5'], '11.5万元', { fen: 11_500_000, unit: 'wan-yuan' }],
  ['decimal', ['12.5', '3.1', '4', '4.4'], '11.5', '11.5'],
] as const)(
  'a slip of kind %s is offered as what the ledger may hold',
  async (kind, said, offered, value) => {
    const { desk, ann, values, labels } = await conversation(kind, said)
    await ann.tap(labels().find(label => label.startsWith('合计')) ?? '')
    expect(labels()[0]).toBe(`内容 ${offered}`)
    await ann.tap(labels()[0] ?? '')
    expect((await values()).total).toEqual(value)
    await desk.close()
  },
)

test('a sum with an error of floating point shows exact figures in its finding', () => {
  const form = equationForm('decimal')
  const known = { unit: { name: '柳荫街道', level: null, powers: {} }, previous: null, yearEnd: null }
  const cells = { build: '0.1', upkeep: '0.2', security: '0', total: '0.4' }
  const filing = filingWith(
    form,
    Object.fromEntries(Object.entries(cells).map(([row, value]) => [`spending.${row}.value`, value])),
  )
  const [found] = createReview()(form, filing, known).errors
  expect([found?.left?.sum, found?.right?.sum]).toEqual([0.4, 0.3])
})
