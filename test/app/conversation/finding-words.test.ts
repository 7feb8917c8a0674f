// Findings about words are said whole in both languages: every place of the message is filled.

import { describe, expect, test } from 'vitest'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { findingWords } from '../../../src/i18n/finding-words.ts'
import { locales } from '../../../src/i18n/words.ts'
import { filingWith } from '../../engine/play.ts'
import { but } from '../../forms/disclosure/figures.ts'
import { foundInPrint, requests, said, withTexts, year } from '../../forms/disclosure/texts.ts'
import { strictWords } from './strict-words.ts'

const repeated = '坚持把公开透明作为办事的基本要求，健全了每月通报制度。'
const entries = but(disclosure2021, {
  ...requests,
  'disclosure.normative-documents.made': 40,
  'disputes.review.corrected': 1,
  'disputes.suit-direct.pending': 1,
})
const overview = [
  '（一）依申请公开收到申请53件，同比增长90%，其中予以公开17件，占99%，均已办结。',
  '未收到政府信息公开申请。全区未收到政府信息公开申请。全区收到政府信息公开申请99件。',
  '信息公开行政复议9件，均获维持。行政诉讼零败诉。制发文件40件，制定行政规范性文件7件。',
  '发布信息10条，其中会议7条，人事8条，共条。XX局。该部分以表格形式报告。',
  `（三）${year - 1}年，我局认真落实。南湖街道办事处认真落实。联络13800138000。`,
  '主动公开信息7条。\n主动公开信息8条。\n二、工作机制\n（五）监督保障',
].join('\n')
const last = withTexts(filingWith(disclosure2021, but(disclosure2021, requests)), {
  overview,
  problems: repeated,
})
const found = [
  ...said(
    {
      preamble: `统计期限为${year - 1}年1月1日至12月31日，依据国办公开办函〔2019〕60号，由总体情况、主动公开、申请、复议、问题六个部分组成。`,
      overview,
      problems: repeated,
      other: '收取信息处理费1205元。其中，甲局2件，收取1000元；乙局1件，收取200元。',
    },
    undefined,
    {
      entries,
      known: {
        unit: { name: '青石镇', level: 'town', powers: {} },
        previous: { form: disclosure2021, filing: last },
        yearEnd: null,
      },
    },
  ),
  ...said({ problems: '无。' }, 'F13'),
  ...foundInPrint(
    { title: '年度报告', headings: [], labels: [{ expected: '规章', printed: '规定' }] },
    '青石镇',
    year,
  ),
]

test('the texts here break every rule of the form about words', () => {
  const rules = disclosure2021.rules.filter(({ kind }) => kind === undefined).map(({ id }) => id)
  expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules))
})

const messages = new Map(found.map(finding => [finding.message ?? finding.rule, finding]))

describe.each(locales)('in %s', locale => {
  const words = strictWords(locale)

  test.each([...messages])('%s is said whole', (_, finding) => {
    const message = findingWords(words, disclosure2021, finding, () => null)
    expect(message).not.toMatch(/\{\{|\}\}|undefined|NaN|“”/)
    expect(message.length).toBeGreaterThan(10)
    if (finding.quote && finding.rule !== 'Y03') expect(message).toContain(finding.quote)
  })
})
