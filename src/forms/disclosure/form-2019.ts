// The form of the reports for 2019 and 2020 (试行), labels verbatim: 国办公开办函〔2019〕60号.
// Keys are permanent: a figure that is renamed goes into `renamed`, with a new revision.

import type { Form } from '../../engine/form.ts'
import { cellKey, formId, obligationId } from '../../engine/keys.ts'
import { rulesOf } from '../../engine/rules/kinds.ts'
import { printed } from './narrative/printed.ts'
import { disclosureRules2019 } from './rules/disclosure-rules-2019.ts'
import { editionRules } from './rules/edition-rules.ts'
import { narrativeRules } from './rules/narrative-rules.ts'
import { asked } from './tables/asked.ts'
import { common } from './tables/common.ts'
import { disclosureTable } from './tables/disclosure-table.ts'
import { disputesTable } from './tables/disputes-table.ts'
import { figureSentence } from './tables/draft-sentences.ts'
import { headlineOf } from './tables/headline.ts'
import { otherHeadings } from './tables/other-headings.ts'
import { outline } from './tables/outline.ts'
import { reasons } from './tables/reasons.ts'
import { requestsTable } from './tables/requests-table.ts'
import { textSection } from './tables/text-section.ts'

const stock = [
  {
    key: 'items-last-year',
    label: '上一年项目数量',
    answer: 'count',
    opening: ['items-last-year', 'change'],
  },
  { key: 'change', label: '本年增/减', answer: 'signed' },
] as const

const handled = { key: 'handled', label: '处理决定数量', answer: 'count' } as const

const disclosure = disclosureTable({
  heading: '二、主动公开政府信息情况',
  content: '信息内容',
  widths: [54, 34, 34, 34],
  bands: [
    {
      band: '第二十条第（一）项',
      columns: [
        { key: 'made', label: '本年新制作数量', answer: 'count', printed: '本年新\n制作数量' },
        { key: 'published', label: '本年新公开数量', answer: 'count', printed: '本年新\n公开数量' },
        { key: 'public-total', label: '对外公开总数量', answer: 'count' },
      ],
      rows: [
        // 立法法: below a city with districts nobody makes 规章, and a bureau's are its government's.
        { key: 'regulations', label: '规章', rareFor: ['county', 'town', 'street', 'bureau'] },
        { key: 'normative-documents', label: '规范性文件' },
      ],
    },
    {
      band: '第二十条第（五）项',
      columns: [...stock, handled],
      rows: [
        { key: 'licensing', label: '行政许可' },
        { key: 'other-services', label: '其他对外管理服务事项' },
      ],
    },
    {
      band: '第二十条第（六）项',
      columns: [...stock, handled],
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    },
    { band: '第二十条第（八）项', columns: stock, rows: [{ key: 'fees', label: '行政事业性收费' }] },
    {
      band: '第二十条第（九）项',
      columns: [
        { key: 'projects', label: '采购项目数量', answer: 'count' },
        { key: 'amount', label: '采购总金额', answer: 'money' },
      ],
      rows: [{ key: 'procurement', label: '政府集中采购' }],
    },
  ],
})

const requests = requestsTable({
  ...common.requests,
  results: { ...common.results, rows: [...common.results.rows, ['other', '（六）其他处理']] },
})

const disputes = disputesTable(common.disputes)

const years = { from: 2019, to: 2020 }
const notice = '国办公开办函〔2019〕60号'

const opening =
  '根据《中华人民共和国政府信息公开条例》有关规定，现公布{unit}{year}年度政府信息公开工作年度报告。' +
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
  textSection('other', '六、其他需要报告的事项', {
    alsoHeaded: otherHeadings.other,
    standard: '无。',
  }),
]

/** The cells a text may call made or published; this edition counts nothing repealed. */
const documents = (row: string) => ({
  made: [cellKey(`disclosure.${row}.made`), cellKey(`disclosure.${row}.published`)],
  'in-force': [cellKey(`disclosure.${row}.public-total`)],
  published: [
    cellKey(`disclosure.${row}.published`),
    cellKey(`disclosure.${row}.made`),
    cellKey(`disclosure.${row}.public-total`),
  ],
})

/** The trial edition, for the reports of 2019 and 2020. */
export const disclosure2019: Form = {
  id: formId('disclosure-2019'),
  obligation: obligationId('disclosure'),
  revision: 1,
  renamed: {},
  years,
  notice,
  title: '{unit}{year}年度政府信息公开工作年度报告',
  contact: common.contact,
  sections,
  headline: headlineOf(sections),
  asked,
  rules: [
    ...printed(sections),
    ...rulesOf([
      ...editionRules({ years, notice, tables: [disclosure, requests.section, disputes.section] }),
      ...disclosureRules2019,
      ...requests.rules,
      ...disputes.rules,
    ]),
    ...narrativeRules({
      sections,
      notice,
      otherNotices: ['国办公开办函〔2021〕30号', '关于加强和规范政府信息公开情况统计报送工作的通知'],
      notAnswered: ['other'],
      figures: {
        regulations: documents('regulations'),
        'normative-documents': documents('normative-documents'),
        licensing: { handled: [cellKey('disclosure.licensing.handled')] },
        penalties: { handled: [cellKey('disclosure.penalties.handled')] },
        coercion: { handled: [cellKey('disclosure.coercion.handled')] },
        fees: {},
      },
      papers: [
        cellKey('disclosure.normative-documents.made'),
        cellKey('disclosure.normative-documents.published'),
      ],
      asksForSubjects: false,
    }),
  ],
  reasons,
}
