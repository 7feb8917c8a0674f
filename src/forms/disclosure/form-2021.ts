// The form of the reports from 2021 on, labels verbatim: 《中华人民共和国政府信息公开工作年度报告格式》,
// 国办公开办函〔2021〕30号. Keys are permanent: a figure that is renamed goes into `renamed`, with a new revision.

import type { Form } from '../../engine/form.ts'
import { cellKey, formId, obligationId } from '../../engine/keys.ts'
import { rulesOf } from '../../engine/rules/kinds.ts'
import { printed } from './narrative/printed.ts'
import { disclosureRules2021 } from './rules/disclosure-rules-2021.ts'
import { editionRules } from './rules/edition-rules.ts'
import { narrativeRules } from './rules/narrative-rules.ts'
import { asked } from './tables/asked.ts'
import { common } from './tables/common.ts'
import { disclosureTable } from './tables/disclosure-table.ts'
import { disputesTable } from './tables/disputes-table.ts'
import { feeSentence, figureSentence } from './tables/draft-sentences.ts'
import { headlineOf } from './tables/headline.ts'
import { otherHeadings } from './tables/other-headings.ts'
import { outline } from './tables/outline.ts'
import { reasons } from './tables/reasons.ts'
import type { Group } from './tables/requests-grid.ts'
import { requestsTable } from './tables/requests-table.ts'
import { textSection } from './tables/text-section.ts'

const handled = { key: 'handled', label: '本年处理决定数量', answer: 'count' } as const

const disclosure = disclosureTable({
  heading: '二、主动公开政府信息情况',
  content: '信息内容',
  widths: [54, 34, 34, 34],
  bands: [
    {
      band: '第二十条第（一）项',
      columns: [
        { key: 'made', label: '本年制发件数', answer: 'count' },
        { key: 'repealed', label: '本年废止件数', answer: 'count' },
        { key: 'in-force', label: '现行有效件数', answer: 'count' },
      ],
      rows: [
        // 立法法: below a city with districts nobody makes 规章, and a bureau's are its government's.
        { key: 'regulations', label: '规章', rareFor: ['county', 'town', 'street', 'bureau'] },
        { key: 'normative-documents', label: '行政规范性文件' },
      ],
    },
    {
      band: '第二十条第（五）项',
      columns: [handled],
      rows: [{ key: 'licensing', label: '行政许可' }],
    },
    {
      band: '第二十条第（六）项',
      columns: [handled],
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    },
    {
      band: '第二十条第（八）项',
      columns: [{ key: 'collected', label: '本年收费金额（单位：万元）', answer: 'money-wan' }],
      rows: [{ key: 'fees', label: '行政事业性收费' }],
    },
  ],
})

const otherResults: Group = {
  label: '（六）其他处理',
  rows: [
    [
      'other-not-corrected',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '逾期不补正、不再处理',
    ],
    [
      'other-fee-unpaid',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '逾期不缴费、不再处理',
    ],
    ['other-rest', '3.其他', '其他处理（含撤回）'],
  ],
}

const requests = requestsTable({
  ...common.requests,
  results: { ...common.results, rows: [...common.results.rows, otherResults] },
})

const disputes = disputesTable(common.disputes)

const years = { from: 2021, to: null }
const notice = '国办公开办函〔2021〕30号'

const opening =
  '根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发' +
  '〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，' +
  '{unit}编制了{year}年度政府信息公开工作年度报告，现予公布。' +
  '本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。'

const sections = [
  textSection('preamble', null, { standard: opening }),
  textSection('overview', '一、总体情况', {
    alsoHeaded: otherHeadings.overview,
    sentence: figureSentence([...requests.section.cells, ...disputes.section.cells]),
    outline,
  }),
  disclosure,
  requests.section,
  disputes.section,
  textSection('problems', '五、存在的主要问题及改进情况', { alsoHeaded: otherHeadings.problems }),
  // 国办函〔2020〕109号: whether a fee was charged for handling requests is reported here.
  textSection('other', '六、其他需要报告的事项', {
    alsoHeaded: otherHeadings.other,
    standard: '本机关{year}年度未收取信息公开信息处理费，无其他需要报告的事项。',
    sentence: feeSentence(cellKey('requests.other-fee-unpaid.total')),
  }),
]

/** The cells a text may call made, repealed, in force; what was published may be any that was made or is in force. */
const documents = (row: string) => ({
  made: [cellKey(`disclosure.${row}.made`)],
  repealed: [cellKey(`disclosure.${row}.repealed`)],
  'in-force': [cellKey(`disclosure.${row}.in-force`)],
  published: [cellKey(`disclosure.${row}.made`), cellKey(`disclosure.${row}.in-force`)],
})

/** The edition of the reports since 2021. */
export const disclosure2021: Form = {
  id: formId('disclosure-2021'),
  obligation: obligationId('disclosure'),
  revision: 1,
  renamed: {},
  years,
  notice: `${notice} (2021年9月26日)`,
  title: '{unit}{year}年政府信息公开工作年度报告',
  contact: common.contact,
  sections,
  headline: headlineOf(sections),
  asked,
  rules: [
    ...printed(sections),
    ...rulesOf([
      ...editionRules({ years, notice, tables: [disclosure, requests.section, disputes.section] }),
      ...disclosureRules2021,
      ...requests.rules,
      ...disputes.rules,
    ]),
    ...narrativeRules({
      sections,
      notice,
      otherNotices: ['国办公开办函〔2019〕60号', '关于政府信息公开工作年度报告有关事项的通知'],
      notAnswered: ['other-not-corrected', 'other-fee-unpaid', 'other-rest'],
      figures: {
        regulations: documents('regulations'),
        'normative-documents': documents('normative-documents'),
        licensing: { handled: [cellKey('disclosure.licensing.handled')] },
        penalties: { handled: [cellKey('disclosure.penalties.handled')] },
        coercion: { handled: [cellKey('disclosure.coercion.handled')] },
        fees: { handled: [cellKey('disclosure.fees.collected')] },
      },
      papers: [cellKey('disclosure.normative-documents.made')],
      asksForSubjects: true,
    }),
  ],
  reasons,
}
