// Rules about words against the tables, besides those on requests: N02, N04 to N11, T204, T405. Every sentence is
// our own; each rule has what holds, what breaks it, and what it must not judge.

import { describe, expect, test } from 'vitest'
import type { RuleId } from '../../../src/engine/keys.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { filingWith } from '../../engine/play.ts'
import { alone, but, type Entries } from './figures.ts'
import { requests, said, withTexts, year } from './texts.ts'

type Case = readonly [sentence: string, entries?: Entries]
const about = (
  rule: RuleId,
  { holds, breaks, severity }: { holds: readonly Case[]; breaks: readonly Case[]; severity: string },
) => {
  const found = ([overview, entries]: Case) =>
    said(
      { overview },
      rule,
      entries ? { entries: but(disclosure2021, { ...requests, ...(entries as object) }) } : {},
    )
  test.each(holds)('holds for %s', (...each) => {
    expect(found(each as unknown as Case)).toEqual([])
  })
  test.each(breaks)('is broken by %s', (...each) => {
    expect(found(each as unknown as Case).map(({ severity }) => severity)).toEqual([severity])
  })
}

describe('N02', () => {
  about('N02', {
    severity: 'error',
    breaks: [
      [`${year}年度未收到政府信息公开申请。`],
      ['本年度没有收到任何单位和个人提出的信息公开申请。'],
      ['全年未收到公民、法人或者其他组织的依申请公开。'],
      ['（二）依申请公开情况。本年度未收到申请。'],
      ['年内未受理依申请公开事项。'],
      ['本街道无政府信息公开申请。'],
      ['本年度未产生依申请公开件。'],
    ],
    holds: [
      ['本年度未收到政府信息公开申请。', { 'requests.received.natural': 0, 'requests.received.business': 0 }],
      ['未收到涉及依申请公开的行政复议申请。'],
      ['未收到逾期未答复政府信息公开申请的投诉。'],
      ['未发生因政府信息公开申请引起的诉讼。'],
      ['上半年未收到政府信息公开申请。'],
      [`${year - 1}年未收到政府信息公开申请。`],
      ['没有收到建议提案和举报。'],
      ['未受理政府信息公开申请收费事项。'],
      ['没有政府信息公开申请人投诉。'],
      ['全区各镇均未收到政府信息公开申请。'],
    ],
  })
})

describe('N04', () => {
  about('N04', {
    severity: 'warning',
    breaks: [
      ['收到依申请公开35件，其中予以公开17件，占54.9%。'],
      ['收到依申请公开35件，不予公开3件，占办结总数的18.1%。'],
      ['收到依申请公开35件，无法提供6件（占61.2%）。'],
      ['依申请公开办结37件，其他处理5件，占比31.5%。'],
    ],
    holds: [
      ['收到依申请公开35件，其中予以公开17件，占45.9%。'],
      ['收到依申请公开35件，其中予以公开17件，占46%。'],
      ['收到依申请公开35件，不予公开3件，占收到总数的8.57%。'],
      ['收到依申请公开35件，无法提供6件，占14.6%。'],
      ['依申请公开办结37件，不予公开3件，其中国家秘密1件，占33.3%。'],
      ['依申请公开答复率100%，群众满意率98.5%。'],
      ['发布信息200条，其中动态类90条，占52%。'],
      ['收到依申请公开35件，予以公开17件，约占半数，占50%左右。'],
    ],
  })
})

describe('N06', () => {
  about('N06', {
    severity: 'warning',
    breaks: [
      ['主动公开信息100条，其中政策类30条、动态类50条、其他类30条。'],
      ['主动公开信息100条（公告10条、政策20条、规划20条、动态40条）。'],
      ['发布稿件52篇，其中会议10篇；规划12篇；人事11篇；财政18篇。'],
      ['收到依申请公开35件，其中网上申请20件，信函申请10件，当面申请12件。'],
      ['收到依申请公开35件，其中自然人申请30件，法人或其他组织申请15件。'],
    ],
    holds: [
      ['主动公开信息100条，其中政策类30条、动态类50条、其他类20条。'],
      ['主动公开信息100条，其中政策类30条、动态类70条、图解类20条。'],
      ['主动公开信息500条，其中重点领域60条，政策解读5条。'],
      ['主动公开信息500条，其中主要有规划60条、财政50条、人事30条、采购20条等。'],
      ['公众号推送300条，其中原创120条，转载180条，阅读量30000次，粉丝5000人。'],
      ['收到依申请公开35件，其中网上申请20件，信函申请10件，当面申请5件；自然人30件，法人5件。'],
      ['网站发布信息约200条，其中政策类90条、动态类130条。'],
      ['对100件信息作了属性审核，其中主动公开信息70件。'],
    ],
  })
})

describe('N08', () => {
  about('N08', {
    severity: 'warning',
    breaks: [
      ['收到依申请公开35件，均已按时办结。'],
      ['收到政府信息公开申请35件，全部在法定期限内答复。'],
      ['依申请公开办结率达100%。'],
      ['上年结转6件，本年新收政府信息公开申请35件，均已办结。'],
      ['收到依申请公开35件，其中予以公开17件、不予公开3件，均已办结。'],
      ['所有政府信息公开申请均已依法依规答复。'],
    ],
    holds: [
      ['依申请公开答复37件，均在法定期限内答复。'],
      ['收到依申请公开35件，除4件结转下年度外，均已办结。'],
      ['收到依申请公开35件，4件正在办理，其余均已答复。'],
      ['承办人大建议12件，均已办结。'],
      ['上年结转的政府信息公开申请均已办结，本年新收35件。'],
      [`${year - 1}年结转的申请均已办结。`],
      ['到期的政府信息公开申请均已按时答复。'],
      ['结转至本年度的申请均已办结。'],
      ['依申请公开按时办结率100%。'],
      [
        '收到依申请公开35件，均已按时办结。',
        { 'requests.carried-out.natural': 0, 'requests.carried-out.business': 0 },
      ],
    ],
  })
})

const documents = {
  'disclosure.normative-documents.made': 5,
  'disclosure.normative-documents.repealed': 2,
  'disclosure.normative-documents.in-force': 18,
  'disclosure.licensing.handled': 1203,
  'disclosure.penalties.handled': 56,
  'disclosure.coercion.handled': 4,
  'disclosure.fees.collected': { fen: 12_500_000, unit: 'wan-yuan' },
} as unknown as Entries

describe('N11', () => {
  about('N11', {
    severity: 'warning',
    breaks: [
      ['全年制定行政规范性文件6件。', documents],
      ['全年制定行政规范性文件5件，废止3件。', documents],
      ['现行有效行政规范性文件81件。', documents],
      ['主动公开行政规范性文件9件。', documents],
      ['办理行政许可1230件。', documents],
      ['作出行政处罚决定65件。', documents],
      ['实施行政强制0件。', documents],
      ['征收行政事业性收费2项，收费总额为15.2万元。', documents],
      ['开展行政规范性文件清理，继续有效20件，废止2件。', documents],
      ['清理行政规范性文件，废止4件。', documents],
      ['行政事业性收费15.2万元。', documents],
    ],
    holds: [
      ['全年制定行政规范性文件5件，废止2件，现行有效18件。', documents],
      ['主动公开行政规范性文件5件。', documents],
      ['办理行政许可1,203件，作出行政处罚决定56件，实施行政强制4件。', documents],
      ['行政事业性收费125000元。', documents],
      ['解读行政规范性文件9件，审查行政规范性文件30件。', documents],
      ['公示行政处罚信息65条、行政许可信息1300条。', documents],
      ['梳理行政许可事项339项。', documents],
      ['刊登规章、规范性文件等112件。', documents],
      ['建立规章制度6件。', documents],
      ['开展行政规范性文件清理，继续有效18件，失效1件、废止1件。', documents],
      ['主动公开行政规范性文件11件（含新制定5件，修改4件，废止2件）。', documents],
      ['行政事业性收费1项，收费金额12.5万元。', documents],
      ['收取信息处理费3万元，未涉及行政事业性收费。', documents],
    ],
  })

  test('asks as N03 where the sentence counts for others too', () => {
    const entries = but(disclosure2021, documents as never)
    expect(
      said({ overview: '全区共制定行政规范性文件60件。' }, undefined, { entries }).map(({ rule }) => rule),
    ).toContain('N03')
  })
})

describe('T204', () => {
  const made = (count: number) => ({ 'disclosure.normative-documents.made': count }) as unknown as Entries
  about('T204', {
    severity: 'warning',
    breaks: [
      ['全年制发文件120件。', made(120)],
      ['全年印发各类文件120件。', made(60)],
      ['街道印发公文80件。', made(80)],
      ['全年制发公文50份。', made(40)],
    ],
    holds: [
      ['全年制发文件120件。', made(5)],
      ['全年制发文件120件。', made(0)],
      ['全年印发政策解读文件汇编3份。', made(3)],
      ['全年制定行政规范性文件12件。', made(12)],
    ],
  })
})

const upheld = { 'disputes.review.upheld': 3, 'disputes.suit-direct.upheld': 2 } as unknown as Entries
const corrected = { ...upheld, 'disputes.review.corrected': 1 } as unknown as Entries
const lost = { ...upheld, 'disputes.suit-after-review.corrected': 1 } as unknown as Entries

describe('T405 with corrections', () => {
  about('T405', {
    severity: 'error',
    breaks: [
      ['信息公开行政复议4件，均获维持。', corrected],
      ['全年行政复议无纠错。', corrected],
      ['行政复议、行政诉讼零纠错。', lost],
      ['信息公开行政诉讼继续保持零败诉。', lost],
      ['行政复议案件未被复议机关纠错。', corrected],
    ],
    holds: [
      ['信息公开行政复议3件，均获维持。', upheld],
      ['信息公开行政诉讼保持零败诉。', corrected],
      ['行政复议4件，其中1件被纠正；行政诉讼2件，均获维持。', corrected],
      ['力争信息公开行政诉讼零败诉。', lost],
      ['建立容错纠错机制，无推诿现象。', corrected],
      [`${year - 1}年行政复议均获维持。`, corrected],
    ],
  })
})

describe('T405 with pending cases', () => {
  const pending = { ...upheld, 'disputes.review.pending': 1 } as unknown as Entries
  about('T405', {
    severity: 'warning',
    breaks: [
      ['信息公开行政复议4件，均获维持。', pending],
      ['行政复议无纠错。', pending],
      ['全市行政复议无纠错。', corrected],
      ['行政复议、诉讼均获维持。', pending],
    ],
    holds: [
      ['行政诉讼2件，均获维持。', pending],
      ['信息公开行政复议3件，均获维持。', upheld],
      ['行政诉讼零败诉。', pending],
      ['信息公开行政复议4件，1件尚未审结。', pending],
    ],
  })
})

const cases = {
  'disputes.review.upheld': 5,
  'disputes.review.corrected': 2,
  'disputes.review.other': 1,
  'disputes.review.pending': 2,
  'disputes.suit-direct.upheld': 3,
  'disputes.suit-direct.corrected': 1,
  'disputes.suit-direct.pending': 1,
  'disputes.suit-after-review.upheld': 1,
} as unknown as Entries

describe('N12', () => {
  about('N12', {
    severity: 'warning',
    breaks: [
      ['信息公开类行政复议7件。', cases],
      ['政府信息公开行政复议10件，行政诉讼9件。', cases],
      ['因信息公开被申请行政复议9件。', cases],
      ['全年行政诉讼案件9件。', cases],
      ['行政诉讼类案件4件。', cases],
      ['被提起行政诉讼9次。', cases],
      ['行政复议10件，其中维持4件、纠正2件。', cases],
      ['政府信息公开行政复议10件，结果纠正3件。', cases],
      ['行政诉讼6件，尚未审结3件。', cases],
      ['行政复议、行政诉讼案件共15件。', cases],
      ['发生政府信息公开行政复议和行政诉讼合计20起。', cases],
    ],
    holds: [
      ['信息公开类行政复议10件，行政诉讼6件。', cases],
      ['行政复议、行政诉讼案件共16件。', cases],
      ['行政复议10件，其中维持5件、纠正2件、其他结果1件、尚未审结2件。', cases],
      ['未经复议直接起诉5件。', cases],
      ['行政诉讼5件。', cases],
      ['行政诉讼1件，维持1件。', cases],
      ['办理行政复议案件120件。', cases],
      ['全年参与行政复议听证9次，代理行政诉讼9件。', cases],
      ['开展信息公开行政复议、行政诉讼2类案件备案。', cases],
      [`${year - 1}年信息公开行政复议9件。`, cases],
      ['上年结转行政复议3件。', cases],
      ['举办行政复议培训3次。', cases],
    ],
  })

  test('shows the joint sum, and asks as N03 with a scope word', () => {
    const entries = but(disclosure2021, cases as never)
    const [joint] = said({ overview: '行政复议、行政诉讼案件共15件。' }, 'N12', { entries })
    expect(joint?.facts?.table).toBe('行政复议、行政诉讼合计 16')
    expect(said({ overview: '全市备案信息公开行政复议案件7件。' }, 'N03', { entries })).toHaveLength(1)
  })
})

describe('F13', () => {
  const found = (problems: string) => said({ problems }, 'F13').map(({ severity }) => severity)
  test.each([
    '无',
    '无。',
    '没有',
    '没有问题。',
    '暂无',
    '不适用',
    '详见附件',
    '/',
    '—',
    '（一）无',
    '本单位不存在问题。',
    '2022年度无存在的主要问题及改进情况',
    '目前暂未发现明显问题'.replace('暂未', '未'),
    '略',
  ])('%s says nothing', problems => expect(found(problems)).toEqual(['warning']))

  test.each([
    '人手不足。',
    '无专人负责，下一步配备。',
    '没有及时更新栏目，已改正。',
    '公开不够及时。',
    '问题：栏目少。',
    '不存在专栏，拟增设。',
    '详见附件所列问题，已逐项整改。',
    '缺人',
    '无经费',
    '略显滞后。',
  ])('%s says something, however short', problems => expect(found(problems)).toEqual([]))
})

describe('N09 and N10 in section six', () => {
  const of = (other: string, rule: RuleId, form = disclosure2021) =>
    said({ other }, rule, { form, entries: but(form, {}) }).map(({ severity }) => severity)

  test.each([
    ['无。', ['warning']],
    ['没有其他需要报告的事项。', ['warning']],
    ['无其他事项。', ['warning']],
    ['', ['warning']],
    ['本机关未收取信息处理费。', []],
    ['本年度未发生收费情况。', []],
    ['2件申请收取信息处理费1200元。', []],
    ['收取信息处理费1200元。其中，甲局2件，收取1000元；乙局1件，收取200元。', []],
    ['对3件申请收取信息处理费1200元，其中甲局2件1000元，乙局1件200元。', []],
    ['对3件申请收取信息处理费1200元，其中甲局等单位收取1000元，乙局收取100元。', []],
    ['对3件申请收取信息处理费1200元，其中甲局1000元。', []],
    ['对3件申请收取信息处理费1200元，其中甲局2件1000元，乙局1件300元。', ['error']],
    ['对4件申请收取信息处理费1200元。其中，甲局2件，收取1000元；乙局1件，收取200元。', ['error']],
    ['按件收取500元、按量收取80元，共计收取信息处理费680元。', ['error']],
    ['收取信息处理费2230元（甲局880元、乙局1080元、丙镇240元）。', ['error']],
  ])('N09: %s', (other, expected) => {
    expect(of(other, 'N09')).toEqual(expected)
  })

  test('N09 says nothing where the text is not written yet, nor in the edition of 2019', () => {
    expect(said({}, 'N09')).toEqual([])
    expect(of('无。', 'N09', disclosure2019)).toEqual([])
  })

  test.each([
    ['收取信息处理费1205元。', 1],
    ['收取信息处理费99元。', 1],
    ['对1件申请收取信息处理费100.5元。', 1],
    ['收取信息处理费1200元，其中甲局1005元，乙局195元。', 2],
    ['收取信息处理费1200元。', 0],
    ['收取信息处理费0元。', 0],
    ['按10元/页、20元/页计收信息处理费420元。', 0],
    ['行政事业性收费12345元。', 0],
  ])('N10: %s', (other, count) => {
    expect(of(other, 'N10')).toHaveLength(count)
  })
})

describe('N05', () => {
  const last = withTexts(
    {
      ...filingWith(
        disclosure2021,
        but(disclosure2021, { 'requests.received.natural': 28, 'requests.granted.natural': 28 }),
      ),
    },
    {},
  )
  const known = { ...alone, previous: { form: disclosure2021, filing: last } }
  const of = (overview: string, beside = known) => said({ overview }, 'N05', { known: beside }).length

  test.each([
    '收到政府信息公开申请35件，同比增长25%。',
    '收到政府信息公开申请41件，较上年增长46.4%。',
    '收到政府信息公开申请35件，比上年增加7件，增长25.0%。',
    '公众号176个，同比增长6.7%。',
    '收到政府信息公开申请35件，答复满意度同比提高3个百分点。',
    '收到政府信息公开申请35件，约同比增长三成。',
  ])('holds for %s', sentence => {
    expect(of(sentence)).toBe(0)
  })

  test.each([
    '收到政府信息公开申请35件，同比增长52%。',
    '收到政府信息公开申请35件，同比下降25%。',
    '收到政府信息公开申请35件，较上年增加17件。',
    '收到政府信息公开申请35件，与上年相比增长20.5%。',
  ])('is broken by %s', sentence => {
    expect(of(sentence)).toBe(1)
  })

  test('says nothing without last year', () => {
    expect(of('收到政府信息公开申请35件，同比增长52%。', alone as never)).toBe(0)
  })
})

describe('N07', () => {
  const of = (overview: string, entries: Entries = {}) => said({ overview }, 'N07', { entries }).length

  test.each([
    '（一）收到政府信息公开申请26件。\n（二）收到政府信息公开申请28件。',
    '（一）依申请公开中予以公开9件。\n（五）依申请公开中予以公开8件。',
    '（一）全年主动公开政府信息423条。\n（四）共主动公开政府信息432条。',
    '（一）办理人大建议12件。\n（五）办理人大建议13件。',
  ])('is broken by %j', text => {
    expect(of(text)).toBe(1)
  })

  test.each([
    '（一）收到政府信息公开申请26件。\n（二）收到政府信息公开申请26件。',
    '（一）收到政府信息公开申请26件。\n（二）共收到政府信息公开申请28件，上年结转2件。',
    '（一）网站主动公开政府信息423条。\n（四）公众号主动公开政府信息100条。',
    '（一）开展培训2次。\n（五）开展培训3次。',
    '（一）全年主动公开政府信息400余条。\n（四）共主动公开政府信息432条。',
  ])('holds for %j', text => {
    expect(of(text)).toBe(0)
  })

  test('leaves it to N01 where the table is filled in', () => {
    expect(
      said({ overview: '（一）收到政府信息公开申请35件。\n（二）收到政府信息公开申请28件。' }).map(
        ({ rule }) => rule,
      ),
    ).toContain('N01')
    expect(
      of('（一）收到政府信息公开申请35件。\n（二）收到政府信息公开申请28件。', but(disclosure2021, requests)),
    ).toBe(0)
  })
})
