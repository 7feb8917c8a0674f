// Rules about words alone: F02 to F06, F08 to F12 and Y03. Every sentence is our own.

import { describe, expect, test } from 'vitest'
import type { Level } from '../../../src/engine/form.ts'
import type { RuleId } from '../../../src/engine/keys.ts'
import type { Known } from '../../../src/engine/known.ts'
import type { Printed } from '../../../src/engine/printed.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { filingWith } from '../../engine/play.ts'
import { alone } from './figures.ts'
import { foundInPrint, said, withTexts, year } from './texts.ts'

const unit = (name: string, level: Level | null): Known => ({
  unit: { name, level, powers: {} },
  previous: null,
  yearEnd: null,
})
const quotes = (texts: Record<string, string>, rule: RuleId, known: Known = alone) =>
  said(texts, rule, { entries: {}, known }).map(({ severity, quote }) => `${severity} ${quote}`)

describe('F05, the stated period', () => {
  test.each([
    `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    `统计期限自${year}年1月1日起至12月31日止。`,
    `（数据统计时间：${year}.1.1—${year}.12.31）`,
    `统计周期为 ${year} 年 1 月 1 日至 12 月 31 日。`,
    `数据统计期限为${year}年1月至12月。`,
    '本报告按照《中华人民共和国政府信息公开条例》编制。',
    `${year}年3月1日至5月31日开展集中整治。`,
    `统计显示，${year}年3月1日至5月31日开展的活动共收到意见若干。`,
  ])('holds for %s', preamble => {
    expect(quotes({ preamble }, 'F05')).toEqual([])
  })

  test.each([
    `本报告所列数据的统计期限为${year - 1}年1月1日至${year - 1}年12月31日。`,
    `统计期限自${year}年1月1日起至${year - 1}年12月31日止。`,
    `统计期限为${year}年1月1日至${year}年11月30日。`,
    `数据统计时间为${year}年2月1日至12月31日。`,
    `所列数据统计期限为${year}年1月1日到${year + 1}年12月31日。`,
    `数据统计期限为${year - 1}年1月至12月。`,
  ])('is broken by %s', preamble => {
    expect(quotes({ preamble }, 'F05')).toEqual([expect.stringMatching(/^error /)])
  })
})

describe('F06, the cited notice', () => {
  const title = '关于政府信息公开工作年度报告有关事项的通知'
  test.each([
    '根据国办公开办函〔2021〕30号的要求编制。',
    `根据《${title}》（国办公开办函〔2021〕30号）编制。`,
    '根据《中华人民共和国政府信息公开条例》编制。',
    '根据国办公开办函[2021]30号编制。',
    '根据国办函〔2020〕109号执行收费规定。',
  ])('holds for %s', preamble => {
    expect(quotes({ preamble }, 'F06')).toEqual([])
  })

  test.each([
    '根据国办公开办函〔2019〕60号的要求编制。',
    `根据《国务院办公厅政府信息与政务公开办公室${title}》编制。`,
    '根据国办公开办函[2019]60号编制。',
    '依照国办公开办函（2019）60号要求，现公布如下。',
  ])('is broken by %s', preamble => {
    expect(quotes({ preamble }, 'F06')).toHaveLength(1)
  })

  test('the trial edition cites the notice of its own time', () => {
    const of = (preamble: string) => said({ preamble }, 'F06', { form: disclosure2019, entries: {} }).length
    expect([of('根据国办公开办函〔2019〕60号编制。'), of('根据国办公开办函〔2021〕30号编制。')]).toEqual([
      0, 1,
    ])
  })
})

describe('F09, the subjects of the first part', () => {
  const whole =
    '主动公开信息120条。依申请公开3件。规范政府信息管理，严格保密审查。建好网站和公众号。加强监督检查。'
  const duties = '开展工作考核和社会评议，未发生责任追究。'
  const missing = (overview: string, known: Known = alone) =>
    said({ overview }, 'F09', { entries: {}, known }).map(({ facts }) => facts?.topics)

  test.each([
    ['a street office', unit('柳荫街道办事处', 'street'), whole, []],
    ['a bureau', unit('和平区教育局', 'bureau'), whole, []],
    ['an office of a government', unit('和平区人民政府办公室', 'county'), whole, []],
    ['a town', unit('青石镇人民政府', 'town'), whole, ['工作考核、社会评议、责任追究结果']],
    ['a county', unit('和平区人民政府', 'county'), `${whole}完善考核。`, ['社会评议、责任追究结果']],
    ['a town that reports its duties', unit('青石镇人民政府', 'town'), whole + duties, []],
    ['a town whose level is not known', unit('青石镇', null), whole, ['工作考核、社会评议、责任追究结果']],
    ['a unit of which nothing is known', alone, whole.replace('依申请公开3件。', ''), ['依申请公开']],
    ['a body that is not responsible', alone, whole.replace('建好网站和公众号', '本机关不负责平台建设'), []],
    [
      'a short text',
      alone,
      '认真开展工作。',
      ['主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障'],
    ],
  ])('of %s', (_, known, overview, expected) => {
    expect(missing(overview, known)).toEqual(expected)
  })

  test('are asked since 2021 only, and not before the text is there', () => {
    expect(said({ overview: '认真开展工作。' }, 'F09', { form: disclosure2019, entries: {} })).toEqual([])
    expect(said({}, 'F09')).toEqual([])
  })
})

describe('F10, what has no place in a text', () => {
  const known = unit('柳荫街道办事处', 'street')
  const of = (overview: string, at: Known = known) =>
    said({ overview }, 'F10', { entries: {}, known: at }).map(({ message }) => message)

  test.each([
    ['[bookmark: _GoBack]加强学习培训。', 'mark'],
    ['详见错误!未找到引用源。', 'mark'],
    ['公开信息#REF!条。', 'mark'],
    ['全年公开信息XX条。', 'mark'],
    ['全年公开信息××条。', 'mark'],
    ['全年公开信息____条。', 'mark'],
    ['联系人：（请填写）', 'mark'],
    ['加强&nbsp;学习培训。', 'mark'],
    ['该部分以表格形式报告。', 'instruction'],
    ['（本列数据的勾稽关系为：第一项加第二项之和）', 'instruction'],
    ['收到向市政府及市政府办公室提出的政府信息公开申请5件。', 'name'],
    [`${year}年，南湖街道认真贯彻条例要求。`, 'name'],
    [`现公布南湖街道办事处${year}年政府信息公开工作年度报告。`, 'name'],
    [`${year - 1}年，我街道认真贯彻条例要求。`, 'year'],
    [`（一）主动公开。${year - 1}年，街道共公开信息12条。`, 'year'],
    [`现公布柳荫街道${year - 1}年度政府信息公开工作年度报告。`, 'year'],
    ['申请人身份证号11010519491231002X已核对。', 'personal'],
    ['请联络13800138000张某。', 'personal'],
  ])('%s', (text, kind) => {
    expect(of(text)).toEqual([`F10.${kind}`])
  })

  test.each([
    '网址www.xxgk.gov.cn/xxgk，邮箱xxgk@example.gov.cn。',
    '收到向本街道提出的政府信息公开申请5件。',
    '按照区政府办公室的部署，认真开展工作。',
    `${year}年，柳荫街道认真贯彻条例要求。`,
    `与${year - 1}年相比，公开数量明显上升。`,
    `${year - 1}年以来，持续完善制度。`,
    `${year + 1}年，我街道将进一步加强培训。`,
    `落实《${year - 1}年政务公开工作要点》。`,
    `${year - 1}年结转申请2件。`,
    '联系电话：0571-88880000。',
    '联系电话：13800138000。',
    '订单编号110105194912310021有误。',
    '推进街道认真落实公开要求。',
    '各街道认真落实公开要求。',
    '全区各单位配合，街道党工委高度重视。',
    '加强“1+X”发布。',
    '规范表格：收到和处理申请情况见第三部分。',
  ])('not in %s', text => {
    expect(of(text)).toEqual([])
  })

  test.each([
    ['沭河县发展和改革局', 'bureau', `${year}年，县发改局认真贯彻条例。`, 0],
    ['沭河县发展和改革局', 'bureau', `${year}年，县教育局认真贯彻条例。`, 1],
    ['沭河县人民政府', 'county', `${year}年，县教育局认真贯彻条例。`, 0],
    ['青石镇人民政府', 'town', `${year}年，青石镇人民政府认真贯彻条例。`, 0],
    ['青石镇人民政府', 'town', `${year}年，白石镇人民政府认真贯彻条例。`, 1],
  ] as const)('%s: %s', (name, level, text, count) => {
    expect(of(text, unit(name, level))).toHaveLength(count)
  })
})

describe('F11, what was not finished', () => {
  test.each([
    '全年主动公开政府信息条，解读8条。',
    '公开信息135，其中政策12条。',
    '全年共收到政府信息公开申请件。',
    '（一）主动公开情况\n公开信息12条。\n（二）依申请公开情况\n（三）政府信息管理情况\n完善制度。',
    '（一）主动公开\n公开信息12条。\n（五）监督保障',
  ])('is found in %j', overview => {
    expect(quotes({ overview }, 'F11')).toHaveLength(1)
  })

  test.each([
    '认真贯彻《中华人民共和国政府信息公开条例》。',
    '严格执行信息公开条例，公开信息条目清楚。',
    '公开信息135条。',
    '办理政府信息公开申请件的登记。',
    '（一）公开意识不强\n（二）更新不够及时\n（三）解读形式单一',
    '（一）主动公开情况：公开信息12条。\n（二）依申请公开情况：未收到申请。',
    '发布信息2次、文件3件。',
  ])('is not found in %j', overview => {
    expect(quotes({ overview }, 'F11')).toEqual([])
  })
})

describe('F12, the list of six parts', () => {
  const six =
    '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项'
  test.each([
    `本报告由${six}六个部分组成。`,
    `全文包括${six}等六部分。`,
    '本报告由六个部分组成。',
    '本报告包括总体情况等内容。',
    '工作由三个方面组成。',
  ])('holds for %s', preamble => {
    expect(quotes({ preamble }, 'F12')).toEqual([])
  })

  test.each([
    `本报告由${six.replace('存在的主要问题及改进情况、', '')}六个部分组成。`,
    `本报告由${six.replace('、其他需要报告的事项', '')}六个部分组成。`,
    `本报告由${six}五个部分组成。`,
    `全文包括${six.replace('总体情况、', '')}6个部分。`,
  ])('is broken by %s', preamble => {
    expect(quotes({ preamble }, 'F12')).toHaveLength(1)
  })
})

describe('F03, headings inside a text', () => {
  test('are named once, with how many more there are', () => {
    const overview = '加强领导。\n二、工作机制\n完善制度。\n三、平台建设\n建好网站。'
    expect(said({ overview }, 'F03', { entries: {} })).toMatchObject([
      { severity: 'warning', quote: '二、工作机制', facts: { more: 1 } },
    ])
  })

  test.each([
    '（一）工作机制\n完善制度。',
    '1、加强领导。\n2、完善制度。',
    '一、加强领导，完善制度，抓好落实。',
    '一是加强领导。',
  ])('are not seen in %j', overview => {
    expect(quotes({ overview }, 'F03')).toEqual([])
  })
})

describe('Y03, what stood in last year’s report', () => {
  const sentences = [
    '坚持把公开透明作为办事的基本要求，健全了每月通报制度。',
    '针对群众关心的停车难题，连续三次召开座谈会听取意见。',
    '在社区设置了十二处查阅点，由志愿者帮助老年人查询。',
    '对发布的每一条信息实行先审后发，审核记录全部留存。',
  ]
  const known = (texts: Record<string, string>): Known => ({
    ...alone,
    previous: { form: disclosure2021, filing: withTexts(filingWith(disclosure2021), texts) },
  })
  const of = (texts: Record<string, string>, before: Record<string, string>) =>
    said(texts, 'Y03', { entries: {}, known: known(before) })

  test('is shown with its share and up to three sentences', () => {
    const overview = sentences.join('')
    const [found] = of({ overview: overview.replace('十二', '十三') }, { overview })
    expect(found).toMatchObject({ rule: 'Y03', severity: 'warning', facts: { share: 100, count: 4 } })
    expect(found?.quote?.split(' ／ ')).toHaveLength(3)
  })

  test('counts nearly the same sentences and other years as the same', () => {
    const before = `${year - 1}年，街道围绕中心工作，持续推进政务公开标准化规范化建设。`
    const now = `${year}年，街道围绕中心工作，持续推进政务公开的标准化规范化建设。`
    expect(of({ overview: now }, { overview: before })).toHaveLength(1)
  })

  test('is no finding for a new text, a short one, the opening, or what the form supplies', () => {
    const overview = sentences.join('')
    expect(of({ overview: '今年换了写法，围绕老旧小区改造公开了施工计划和进度。' }, { overview })).toEqual([])
    expect(of({ other: '无。' }, { other: '无。' })).toEqual([])
    expect(of({ preamble: overview }, { preamble: overview })).toEqual([])
    const other = `本机关${year}年度未收取信息公开信息处理费，无其他需要报告的事项。`
    expect(of({ other }, { other: other.replace(String(year), String(year - 1)) })).toEqual([])
  })

  test('is no finding where less than half is the same', () => {
    const now = `${sentences[0]}今年换了写法，围绕老旧小区改造公开了施工计划和进度，并且逐月更新。`
    expect(of({ overview: now }, { overview: sentences.join('') })).toEqual([])
  })
})

describe('a printed document', () => {
  const asked = disclosure2021.sections.flatMap(({ key, heading }) =>
    heading ? [{ key, printed: heading }] : [],
  )
  const of = (printed: Partial<Printed>) => foundInPrint(printed, '柳荫街道办事处', 2023)

  test.each([
    ['柳荫街道办事处2023年政府信息公开工作年度报告', []],
    ['柳荫街道2023年度政府信息公开工作年度报告', []],
    ['2023年和平区柳荫街道政府信息公开工作年度报告', []],
    ['和平区柳荫街道办事处 ２０２３ 年政府信息公开工作年度报告', []],
    ['柳荫街道办事处2023年政府信息公开年度报告', ['F04.words']],
    ['柳荫街道办事处2023年政务公开工作报告', ['F04.words']],
    ['柳荫街道办事处政府信息公开工作年度报告', ['F04.words']],
    ['柳荫街道办事处2022年政府信息公开工作年度报告', ['F04.year']],
    ['南湖街道办事处2023年政府信息公开工作年度报告', ['F04.unit']],
    ['2023年政府信息公开工作年度报告', ['F04.unit']],
  ])('F04: %s', (title, expected) => {
    expect(of({ title }).map(({ message }) => message)).toEqual(expected)
  })

  test('F02 holds for the six headings in order, spaced or not', () => {
    expect(of({ headings: asked })).toEqual([])
    expect(
      of({ headings: asked.map(each => ({ ...each, printed: each.printed.replace('、', '、 ') })) }),
    ).toEqual([])
  })

  test('F02 blocks where a part is absent or stands too early, and only asks about its wording', () => {
    expect(of({ headings: asked.filter(({ key }) => key !== 'disputes') })).toMatchObject([
      {
        rule: 'F02',
        severity: 'error',
        message: 'F02.absent',
        facts: { heading: expect.stringContaining('复议') },
      },
    ])
    const [first, second, ...rest] = asked
    expect(of({ headings: [second, first, ...rest].filter(each => each !== undefined) })).toMatchObject([
      { severity: 'error', message: 'F02.order', quote: '一、总体情况' },
    ])
    const worded = asked.map(each =>
      each.key === 'problems' ? { ...each, printed: '五、存在的主要问题及整改措施' } : each,
    )
    expect(of({ headings: worded })).toMatchObject([{ severity: 'warning', message: 'F02.wording' }])
  })

  test('F03 names a seventh heading, F08 a label that is not the form’s', () => {
    expect(of({ headings: [...asked, { key: null, printed: '七、附件' }] })).toMatchObject([
      { rule: 'F03', severity: 'warning', quote: '七、附件' },
    ])
    expect(of({ labels: [{ expected: '行政规范性文件', printed: '规范性文件' }] })).toMatchObject([
      { rule: 'F08', severity: 'warning', quote: '规范性文件', facts: { expected: '行政规范性文件' } },
    ])
    expect(of({ labels: [{ expected: '规章', printed: '规章' }] })).toEqual([])
  })
})
