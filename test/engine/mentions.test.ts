// Figures told in words: where each goes, which cells are asked about, and the words of which nothing is made.

import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/engine/filing.ts'
import type { Question } from '../../src/engine/focus.ts'
import type { Form } from '../../src/engine/form.ts'
import { readFigures } from '../../src/engine/mentions/read-figures.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { cell, filingWith, gate } from './play.ts'

const welcome: Question = { type: 'welcome' }
const applicants = gate('requests.?')
const disclosed = gate('disclosure.?', [])
const disputes = gate('disputes.?')

type Told = Readonly<Record<string, Value>>

/** The figures by their keys without the table's name, and all else that was made of the words. */
const read = (said: string, question: Question = applicants, form: Form = disclosure2021) => {
  const { cells, totals, unsure, untaken, rest, wrong } = readFigures(form, filingWith(form), question, said)
  const short = (key: string) => key.replace(/^\w+\./, '')
  return {
    cells: Object.fromEntries([...cells, ...totals].map(([key, value]) => [short(key), value])),
    ways: unsure.map(each => each.map(({ cells: [first] }) => short(first?.[0] ?? ''))),
    untaken,
    rest,
    wrong: wrong.map(({ cell: key }) => short(key)),
  }
}

const whole: readonly (readonly [said: string, question: Question, told: Told])[] = [
  [
    '自然人新收5件，予以公开3件，不掌握1件，结转1件',
    applicants,
    {
      'received.natural': 5,
      'granted.natural': 3,
      'unavailable-not-held.natural': 1,
      'carried-out.natural': 1,
    },
  ],
  ['自然人新收２件，予以公开２件', applicants, { 'received.natural': 2, 'granted.natural': 2 }],
  [
    '公司收到两件，部分公开一件，重复申请一件',
    applicants,
    {
      'received.business': 2,
      'partly-granted.business': 1,
      'declined-duplicate.business': 1,
    },
  ],
  ['个人新收十二件，律所新收１件', applicants, { 'received.natural': 12, 'received.legal': 1 }],
  [
    '共收到申请7件，其中自然人5件，企业2件',
    applicants,
    {
      'received.total': 7,
      'received.natural': 5,
      'received.business': 2,
    },
  ],
  [
    '新收：自然人5件、企业2件、其他1件',
    applicants,
    {
      'received.natural': 5,
      'received.business': 2,
      'received.other': 1,
    },
  ],
  ['自然人3件予以公开、2件部分公开', applicants, { 'granted.natural': 3, 'partly-granted.natural': 2 }],
  ['自然人新收3件，均予以公开', applicants, { 'received.natural': 3, 'granted.natural': 3 }],
  [
    '自然人新收3件，办结3件，予以公开2件，撤回1件',
    applicants,
    {
      'received.natural': 3,
      'total.natural': 3,
      'granted.natural': 2,
      'other-rest.natural': 1,
    },
  ],
  [
    '自然人：新收五件；没有结转',
    applicants,
    {
      'received.natural': 5,
      'carried-in.natural': 0,
      'carried-out.natural': 0,
    },
  ],
  ['2021年结转自然人1件', applicants, { 'carried-in.natural': 1 }],
  ['一、本年新收政府信息公开申请数量：自然人5', applicants, { 'received.natural': 5 }],
  ['5件，企业2件', cell('requests.received.natural'), { 'received.natural': 5, 'received.business': 2 }],
  ['予以公开3件', gate('requests.?.natural', []), { 'granted.natural': 3 }],
  [
    '规范性文件制发3件，废止1件，现行有效12件',
    disclosed,
    {
      'normative-documents.made': 3,
      'normative-documents.repealed': 1,
      'normative-documents.in-force': 12,
    },
  ],
  ['规范性文件制发22件（其中修订16件）', disclosed, { 'normative-documents.made': 22 }],
  ['没有行政许可，行政处罚3件', disclosed, { 'licensing.handled': 0, 'penalties.handled': 3 }],
  ['行政许可、行政处罚均为0', disclosed, { 'licensing.handled': 0, 'penalties.handled': 0 }],
  ['收费125000元', disclosed, { 'fees.collected': { fen: 12_500_000, unit: 'wan-yuan' } }],
  ['行政复议2件，都维持', disputes, { 'review.upheld': 2 }],
  [
    '复议2件，其中维持1件，纠正1件',
    disputes,
    { 'review.total': 2, 'review.upheld': 1, 'review.corrected': 1 },
  ],
  ['复议后起诉1件，尚未审结', disputes, { 'suit-after-review.pending': 1 }],
]

test.each(whole)('%s is read whole', (said, question, told) => {
  expect(read(said, question)).toEqual({ cells: told, ways: [], untaken: [], rest: null, wrong: [] })
})

test.each([
  ['政府集中采购53项116万元', welcome],
  ['政府集中采购53项，116万元', disclosed],
  ['53项，116万元', cell('disclosure.procurement.projects')],
] as const)('%s in the older form gives a count and an amount', (said, question) => {
  expect(read(said, question, disclosure2019).cells).toEqual({
    'procurement.projects': 53,
    'procurement.amount': { fen: 116_000_000, unit: 'wan-yuan' },
  })
})

test('a change without a name of its own is of the row that is spoken of', () => {
  const said = '行政许可上一年20项，增加3项，处理决定5件'
  expect(read(said, disclosed, disclosure2019).cells).toEqual({
    'licensing.items-last-year': 20,
    'licensing.change': 3,
    'licensing.handled': 5,
  })
})

describe('the rest', () => {
  test.each([
    ['行政许可20件，其余没有', disclosed, { section: 'disclosure', branch: null }],
    ['行政处罚20件，其他都没有发生', welcome, { section: 'disclosure', branch: null }],
    [
      '新收5件，予以公开5件，其余均为0',
      cell('requests.received.natural'),
      { section: 'requests', branch: 'natural' },
    ],
    ['自然人新收1件，企业新收1件，别的没有', applicants, { section: 'requests', branch: null }],
  ] as const)('%s: of the place where one stands', (said, question, rest) => {
    expect(read(said, question)).toMatchObject({ rest, untaken: [] })
  })

  test.each([
    ['行政许可20件，其余没有', applicants],
    ['其余没有', welcome],
  ] as const)('%s elsewhere is named and not taken', (said, question) => {
    expect(read(said, question)).toMatchObject({ rest: null, untaken: ['其余没有'] })
  })
})

describe('figures that fit several cells', () => {
  test.each([
    ['本年制发3件，废止1件，现行有效12件', disclosed, [['regulations.made', 'normative-documents.made']]],
    ['自然人新收5件，结转1件，予以公开4件', applicants, [['carried-in.natural', 'carried-out.natural']]],
    ['自然人5件，企业3件', applicants, [['received.natural', 'carried-in.natural']]],
    ['诉讼3件，维持', disputes, [['suit-direct.upheld', 'suit-after-review.upheld']]],
    ['自然人公开3件', applicants, [['granted.natural', 'partly-granted.natural']]],
  ] as const)('%s asks once', (said, question, ways) => {
    expect(read(said, question).ways).toEqual(ways)
  })

  test.each([
    ['收到申请5件', ['received.natural', 'received.business', 'received.research']],
    ['自然人新收5件，企业新收2件，予以公开6件', ['granted.natural', 'granted.business', 'granted.research']],
    ['自然人新收5件，不予公开2件', ['refused-state-secret.natural', 'refused-other-law.natural']],
  ])('%s asks which', (said, ways) => {
    expect(read(said).ways[0]).toEqual(expect.arrayContaining(ways))
  })
})

describe('words that were not read', () => {
  test.each([
    ['自然人二十来件', ['自然人二十来件']],
    ['自然人新收3-5件', ['自然人新收3-5件']],
    ['自然人新收大约5件', ['自然人新收大约5件']],
    ['自然人新收5件以上', ['自然人新收5件以上']],
    ['自然人新收两三件', ['自然人新收两三件']],
    ['跟去年一样', ['跟去年一样']],
    ['市局自然人新收5件，予以公开3件', ['市局自然人新收5件', '予以公开3件']],
    ['自然人和企业共7件', ['自然人和企业共7件']],
    ['自然人、企业共7件', ['自然人、企业共7件']],
    ['2019年自然人新收1件', ['2019年自然人新收1件']],
    ['自然人新收5件吗？', ['自然人新收5件吗?']],
    ['收到7件（自然人5件，企业2件），均予以公开', ['均予以公开']],
    ['自然人新收5%', ['自然人新收5%']],
    ['新收了几件', ['新收了几件']],
    ['自然人没有新收5件', ['自然人没有新收5件']],
    ['自然人新收5件，自然人新收6件', ['自然人新收6件']],
  ])('%s: they are named', (said, untaken) => {
    expect(read(said).untaken).toEqual(untaken)
  })

  test.each([
    '自然人二十来件',
    '跟去年一样',
    '市局自然人新收5件，予以公开3件',
    '自然人和企业共7件',
    '自然人新收3-5件',
    '12月31日',
    '第3件自然人',
    '不知道',
    '5，不清楚',
  ])('%s makes nothing', said => {
    expect(read(said, cell('requests.received.natural'))).toMatchObject({ cells: {}, ways: [], rest: null })
  })
})

test('a total over its parts is no total', () => {
  expect(read('复议2件，其中维持2件，纠正1件', disputes)).toMatchObject({ wrong: ['review.total'] })
})

test.each(['1件', '3（', '自然人新收5件，', '没有结转，', '其他'])(
  '%j again and again is not read at all',
  said => {
    expect(read(said.repeat(600))).toMatchObject({ cells: {}, ways: [], rest: null })
    expect(read(said.repeat(250)).untaken.length).toBeLessThanOrEqual(250)
  },
)
