// The form of the website report, labels ours: tables with and without a gate, every kind of answer, a computed sum.

import {
  type AnswerType,
  type Cell,
  type CellKey,
  cellKey,
  type Form,
  formId,
  gateKey,
  obligationId,
  type PrintedCell,
  type Section,
  sectionKey,
  type TableSection,
  textKey,
} from '../../../src/engine/form.ts'
import { websiteRules } from './rules.ts'

type Row = readonly [key: string, label: string, answer: AnswerType, more?: Partial<Cell>]

const keyOf = (section: string, row: string): CellKey => cellKey(`${section}.${row}.value`)

/** A table of two columns: what is asked, and what stands there. */
const table = (
  key: string,
  heading: string,
  rows: readonly Row[],
  gate?: TableSection['gate'],
): TableSection => ({
  type: 'table',
  key: sectionKey(key),
  heading,
  ...(gate && { gate }),
  cells: rows.map(([row, label, answer, more]) => ({
    key: keyOf(key, row),
    section: sectionKey(key),
    answer,
    row: label,
    groups: [],
    column: '内容',
    rowKey: row,
    columnKey: 'value',
    ...more,
  })),
  table: {
    widths: [60, 96],
    headRows: 1,
    rows: [
      [
        { text: '项目', role: 'head' },
        { text: '内容', role: 'head' },
      ],
      ...rows.map(([row, label]): readonly PrintedCell[] => [
        { text: label, role: 'label' },
        { cell: keyOf(key, row) },
      ]),
    ],
  },
})

const site = table('site', '一、网站基本情况', [
  ['open', '是否对外开通', 'yes-no'],
  ['name', '网站名称', 'line'],
  ['address', '首页网址', 'web-address'],
  ['since', '开通日期', 'date'],
  [
    'channels',
    '新媒体',
    'choices',
    {
      options: [
        { key: 'weibo', label: '微博' },
        { key: 'weixin', label: '微信' },
        { key: 'app', label: '移动客户端' },
      ],
    },
  ],
  ['score', '年度测评得分', 'decimal'],
])

const content = table(
  'content',
  '二、信息发布',
  [
    ['begin', '年初信息条数', 'count', { opening: [keyOf('content', 'end')] }],
    ['new', '本年发布条数', 'count'],
    ['original', '其中原创条数', 'count'],
    ['reprinted', '其中转载条数', 'count'],
    ['end', '年末信息条数', 'count'],
    ['columns', '新开专栏个数', 'count'],
    ['subsites', '所属子站个数', 'count'],
  ],
  {
    key: gateKey('content.?'),
    section: sectionKey('content'),
    first: 'any',
    branches: [
      {
        key: 'new',
        label: '本年发布',
        cells: ['new', 'original', 'reprinted', 'begin', 'end'].map(row => keyOf('content', row)),
      },
      { key: 'columns', label: '新开专栏', cells: [keyOf('content', 'columns')] },
      {
        key: 'subsites',
        label: '所属子站',
        cells: [keyOf('content', 'subsites')],
        rareFor: ['town', 'street', 'bureau'],
      },
    ],
  },
)

const parts = ['build', 'upkeep', 'security'].map(row => keyOf('spending', row))
const spending = table('spending', '三、经费', [
  ['build', '建设费（万元）', 'money-wan'],
  ['upkeep', '运维费（万元）', 'money-wan'],
  ['security', '安全检测费（万元）', 'money-wan'],
  ['total', '合计（万元）', 'money-wan', { sum: parts }],
])

const sections: readonly Section[] = [
  site,
  content,
  spending,
  {
    type: 'text',
    key: sectionKey('summary'),
    text: textKey('summary'),
    heading: '四、工作小结',
    required: true,
  },
]

/** The only form of the website report. */
export const website2020: Form = {
  id: formId('website-2020'),
  obligation: obligationId('website'),
  revision: 2,
  // The first revision asked for fresh items.
  renamed: { 'content.fresh.value': 'content.new.value' },
  years: { from: 2020, to: null },
  notice: 'ours',
  title: '{unit}{year}年政府网站工作年度报表',
  sections,
  asked: sections.map(({ key }) => key),
  rules: websiteRules,
  reasons: { any: ['已核实，情况属实'] },
}
