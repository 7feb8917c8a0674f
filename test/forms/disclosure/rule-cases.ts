// One report for each message of the rules: the change to a report without findings that raises it. The tests of the
// rules say more of each; this table says that none is forgotten.

import type { Printed } from '../../../src/engine/printed.ts'
import { barelyUnlike } from '../../reading/barely-unlike.ts'
import type { RuleCase } from '../rule-case.ts'

const said = (overview: string, more: Omit<RuleCase, 'texts'> = {}): RuleCase => ({
  texts: { overview },
  ...more,
})
const received = { 'requests.received.natural': 5, 'requests.granted.natural': 5 }
const repeated = '坚持把公开透明作为办事的基本要求，健全了每月通报制度，并把结果挂到网站显眼处。'
const twenty = { 'disclosure.licensing.handled': 20 }
const title = '政府信息公开工作年度报告'

export const ruleCases: Readonly<Record<string, RuleCase>> = {
  F01: { yearsAfter: 40 },
  'F01.early': { yearsAfter: -1 },
  'F02.absent': { printed: { headings: [] } },
  'F02.order': { printed: { headings: [heading('problems', '五'), heading('overview', '一、总体情况')] } },
  'F02.wording': { printed: { headings: [heading('overview', '一、总的情况')] } },
  F03: said('二、工作机制保障\n全年平稳。'),
  'F04.unit': { printed: { title: `南湖街道2020年${title}` } },
  'F04.unnamed': { printed: { title: `2021年${title}` }, unit: '' },
  'F04.words': { printed: { title: '年度报告' } },
  'F04.year': { printed: { title: `柳荫街道2001年${title}` } },
  F05: said('统计期限为1999年1月1日至1999年12月31日。'),
  F06: said('依据国办公开办函〔2019〕60号编制。'),
  F07: { figures: { 'requests.received.natural': null } },
  F08: { printed: { labels: [{ expected: '规章', printed: '规定' }] } },
  F09: said('全年平稳。'),
  'F10.instruction': said('该部分以表格形式报告。'),
  'F10.mark': said('XX局认真落实。'),
  'F10.name': said('南湖街道办事处认真落实。'),
  'F10.personal': said('联络13800138000。'),
  'F10.year': said('2001年度，我局认真落实。'),
  'F11.figure': said('主动公开信息条，更新栏目。'),
  'F11.section': said('（一）主动公开\n（二）依申请公开\n全年平稳。'),
  F12: said('报告由总体情况、主动公开、申请、复议、问题六个部分组成。'),
  'F12.count': said('报告由总体情况、主动公开、依申请公开、复议诉讼、存在问题、其他事项七个部分组成。'),
  F13: { texts: { problems: '无。' } },
  N01: said('收到政府信息公开申请9件。'),
  'N01.row': said('依申请公开不予公开3件，其中属于国家秘密3件。'),
  N02: said('本年度未收到政府信息公开申请。', { figures: received }),
  'N03.disputes': said('全区信息公开行政复议9件。'),
  'N03.none': said('全区未收到政府信息公开申请。', { figures: received }),
  'N03.part': said('答复政府信息公开申请7件。', {
    figures: {
      ...received,
      'requests.received.natural': 8,
      'requests.other-rest.natural': 3,
      'requests.other.natural': 3,
    },
  }),
  'N03.scope': said('全区收到政府信息公开申请99件。'),
  N04: said('收到依申请公开5件，其中予以公开5件，占50%。', { figures: received }),
  N05: said('收到政府信息公开申请5件，同比增长90%。', {
    figures: received,
    before: { figures: { 'requests.received.natural': 4, 'requests.granted.natural': 4 } },
  }),
  N06: said('发布信息10条，其中会议7条，人事8条。'),
  'N07.requests': {
    texts: { overview: '全年收到政府信息公开申请8件。\n收到政府信息公开申请9件。' },
    figures: { 'requests.received.natural': undefined },
  },
  'N07.words': said('主动公开信息7条。\n主动公开信息8条。'),
  N08: said('收到政府信息公开申请5件，均已办结。', {
    figures: {
      'requests.received.natural': 5,
      'requests.granted.natural': 4,
      'requests.carried-out.natural': 1,
    },
  }),
  'N09.amount': { texts: { other: '收取信息处理费1200元。其中，甲局2件，收取1000元；乙局1件，收取100元。' } },
  'N09.cases': {
    texts: { other: '4件收取信息处理费1200元。其中，甲局2件，收取1000元；乙局1件，收取200元。' },
  },
  'N09.unsaid': { texts: { other: '无。' } },
  N10: { texts: { other: '收取信息处理费1205元。' } },
  N11: said('制定行政规范性文件7件。'),
  N12: said('信息公开行政复议9件。'),
  T201: { figures: { 'disclosure.normative-documents.in-force': 5 }, before: {} },
  T202: { figures: { 'disclosure.normative-documents.made': 5 } },
  T203: { figures: { 'disclosure.regulations.made': 1 }, level: 'street' },
  T204: said('制发文件40件。', { figures: { 'disclosure.normative-documents.made': 40 } }),
  T205: { figures: twenty, powers: { licensing: false } },
  'T205.fallen': { before: { figures: twenty } },
  'T205.none': { powers: { licensing: true } },
  'T205.ratio': { figures: { 'disclosure.licensing.handled': 200 }, before: { figures: twenty } },
  'T205.same': { figures: { 'disclosure.penalties.handled': 20, 'disclosure.coercion.handled': 20 } },
  T206: { figures: { 'disclosure.fees.collected': { fen: 2_000_000_000, unit: 'wan-yuan' } } },
  T211: { figures: { 'disclosure.licensing.items-last-year': 5 }, before: {} },
  T212: { figures: { 'disclosure.licensing.items-last-year': 5, 'disclosure.licensing.handled': 5 } },
  T213: {
    figures: {
      'disclosure.normative-documents.published': 5,
      'disclosure.normative-documents.public-total': 5,
    },
  },
  'T213.stock': { figures: { 'disclosure.normative-documents.public-total': 5 }, before: {} },
  T214: { figures: { 'disclosure.normative-documents.published': 5 } },
  T215: { figures: { 'disclosure.procurement.projects': 5 } },
  T301: { figures: { 'requests.received.natural': 5 } },
  T302: { figures: { 'requests.total.natural': 5 } },
  'T302.blank': { figures: { 'requests.total.natural': null, ...received } },
  T303: { figures: { 'requests.received.total': 5 } },
  'T303.blank': { figures: { 'requests.received.total': null, ...received } },
  T304: { figures: { 'requests.received.natural': -1 } },
  'T304.table2': { figures: { 'disclosure.licensing.handled': 2.5 } },
  'T304.table4': { figures: { 'disputes.review.upheld': -1 } },
  T401: { figures: { 'disputes.review.total': 5 } },
  'T401.blank': { figures: { 'disputes.review.total': null, 'disputes.review.upheld': 5 } },
  T402: { figures: { 'disputes.review.upheld': 5 }, before: {} },
  T404: { before: { figures: { 'disputes.review.pending': 5 } } },
  'T405.corrected': said('信息公开行政复议均获维持。', { figures: { 'disputes.review.corrected': 1 } }),
  'T405.pending': said('行政诉讼零败诉。', { figures: { 'disputes.suit-direct.pending': 1 } }),
  Y01: { before: { figures: { 'requests.received.natural': 5, 'requests.carried-out.natural': 5 } } },
  'Y01.column': {
    before: { figures: { 'requests.received.natural': 5, 'requests.carried-out.natural': 5 } },
  },
  Y02: {
    figures: { 'requests.received.natural': 200, 'requests.granted.natural': 200 },
    before: { figures: { 'requests.received.natural': 20, 'requests.granted.natural': 20 } },
  },
  'Y02.fallen': {
    before: { figures: { 'requests.received.natural': 20, 'requests.granted.natural': 20 } },
  },
  'Y02.same': series(),
  Y03: said(repeated, { before: { overview: repeated } }),
  'Y03.part': said(barelyUnlike(20_000, 0), { before: { overview: barelyUnlike(20_000, 1) } }),
}

function heading(key: string, printed: string) {
  return { key: key as NonNullable<Printed['headings']>[number]['key'], printed }
}

function series(): RuleCase {
  const figures = {
    'requests.received.natural': 90,
    'requests.granted.natural': 50,
    'requests.partly-granted.natural': 40,
  }
  return { figures, before: { figures } }
}
