// What readRows takes for a row or block of figures, and that no figure ever moves to a neighbour's place.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuantity } from '../../src/reading/quantity.ts'
import { readRows } from '../../src/reading/rows.ts'
import { list, table } from './table.ts'

/** `label: 3|1|0` per line, lines joined by ` ; `. */
const read = (text: string) =>
  readRows(text)
    ?.map(({ label, pieces }) => (label === null ? '' : `${label}: `) + pieces.join('|'))
    .join(' ; ')

describe('a row is split where its writer meant it', () => {
  test.each<readonly [string, string]>([
    ...table(`
    3 1 0 0 0 0 → 3|1|0|0|0|0 · 3　1　0 → 3|1|0 · ３ １ ０ → ３|１|０ · 3、1、0 → 3|1|0
    3、1、0。 → 3|1|0 · 3 、1 、 0 → 3|1|0 · 3|1|0 → 3|1|0 · | 3 | 1 | 0 | → 3|1|0 · 3｜1 → 3|1
    3;1；0 → 3|1|0 · 3/1/0 → 3|1|0 · 3／1／0 → 3|1|0 · 3,1,0,0,0,0 → 3|1|0|0|0|0
    3，1，0 → 3|1|0 · 3, 1, 0 → 3|1|0 · 3， 1， 0 → 3|1|0 · 3 ,1 ,0 → 3|1|0 · 1,16 → 1|16
    1,1600 → 1|1600 · 0,100,200 → 0|100|200 · 10,20 → 10|20 · 1,160，3，0 → 1,160|3|0
    1,160 3 0 → 1,160|3|0 · 3, 1,160,000, 0 → 3|1,160,000|0 · 三 一 零 → 三|一|零
    三、一、零 → 三|一|零 · 十 五 → 十|五 · 3件 1件 0件 → 3件|1件|0件
    3件，1件，没有 → 3件|1件|没有 · 3 无 - 1 → 3|无|-|1 · - - 1 → -|-|1 · 3 / / 1 → 3|/|/|1
    没有 没有 → 没有|没有 · 3 -8 +2 → 3|-8|+2
    22（其中修订16件，含3件） 3 0 → 22（其中修订16件，含3件）|3|0
    22（a） 3 0（b） → 22（a）|3|0（b） · 116万元 53 → 116万元|53
  `),
    ['3  1   0 ', '3|1|0'],
    ['3\t1\t0', '3|1|0'],
    ['3\t\t1', '3||1'],
    ['3 \t 1\t0', '3|1|0'],
    ['1,160\t3', '1,160|3'],
  ])('%j is %s', (text, rows) => expect(read(text)).toBe(rows))
})

describe('a printed label before the figures is a label, not a figure', () => {
  test.each<readonly [string, string]>([
    ...table(`
    自然人 3 1 0 → 自然人: 3|1|0 · 自然人：3 1 0 → 自然人: 3|1|0 · 自然人：3、1、0 → 自然人: 3|1|0
    自然人: 3,1,0 → 自然人: 3|1|0 · | 自然人 | 3 | 1 | → 自然人: 3|1 · 行政许可 5 → 行政许可: 5
    新收 五 → 新收: 五 · 总计 3 1 → 总计: 3|1 · 本年增/减 +19 -8 → 本年增/减: +19|-8
    采购总金额：116万元 → 采购总金额: 116万元 · 采购项目数量 53 项 → 采购项目数量: 53 项
    自然人：无 → 自然人: 无
    本年收费金额（单位：万元） 59237.2449 → 本年收费金额（单位：万元）: 59237.2449
    商业企业 科研机构 3 → 商业企业 科研机构: 3 · 1. 属于国家秘密 0 0 → 1. 属于国家秘密: 0|0
    一、 本年新收 3 1 → 一、 本年新收: 3|1
  `),
    ['自然人\t3\t1', '自然人: 3|1'],
    [
      '三、本年度办理结果\t（三）不予公开\t1.属于国家秘密\t0\t0',
      '三、本年度办理结果 （三）不予公开 1.属于国家秘密: 0|0',
    ],
  ])('%j is %s', (text, rows) => expect(read(text)).toBe(rows))

  // Labels of tables 2, 3 and 4 of the statutory form (国办公开办函〔2021〕30号), as printed.
  const printed = list(`
    一、本年新收政府信息公开申请数量 · 二、上年结转政府信息公开申请数量 · （一）予以公开
    （二）部分公开（区分处理的，只计这一情形，不计其他情形） · 1.属于国家秘密
    2.其他法律行政法规禁止公开 · 3.危及“三安全一稳定” · 4.保护第三方合法权益
    5.属于三类内部事务信息 · 6.属于四类过程性信息 · 7.属于行政执法案卷 · 8.属于行政查询事项
    1.本机关不掌握相关政府信息 · 2.没有现成信息需要另行制作 · 3.补正后申请内容仍不明确
    1.信访举报投诉类申请 · 2.重复申请 · 3.要求提供公开出版物 · 4.无正当理由大量反复申请
    5.要求行政机关确认或重新出具已获取信息
    1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
    2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 · 3.其他 · （六）其他处理
    （七）总计 · 四、结转下年度继续办理 · 规章 · 行政规范性文件 · 规范性文件 · 行政许可 · 行政处罚
    行政强制 · 行政事业性收费 · 其他对外管理服务事项 · 政府集中采购 · 自然人 · 商业企业 · 科研机构
    社会公益组织 · 法律服务机构 · 其他 · 结果维持 · 结果纠正 · 其他结果 · 尚未审结 · 总计
    上一年项目数量 · 本年增/减 · 现行有效件数
  `)
  test.each(printed)('%s', label => {
    const row = [{ label, pieces: ['3', '1', '0'] }]
    for (const gap of [' ', '　', '：', ': ']) expect(readRows(`${label}${gap}3 1 0`)).toEqual(row)
    expect(readRows(`${label}\t3\t1\t0`)).toEqual(row)
    expect(readRows(`|${label}|3|1|0|`)).toEqual(row)
  })

  test('the whole of table 3 pasted from a spreadsheet is read line by line', () => {
    const rows = printed
      .slice(0, 26)
      .map((label, line) => ({ label, pieces: ['3', '1', '0', '-', '无', String(line)] }))
    expect(readRows(rows.map(({ label, pieces }) => [label, ...pieces].join('\t')).join('\r\n'))).toEqual(
      rows,
    )
  })
})

describe('a block has one row a line', () => {
  test.each([
    ['3\n1\n0', '3 ; 1 ; 0'],
    ['3 1\r\n0 2\r\n', '3|1 ; 0|2'],
    ['\n\n3 1\n\n0 2', '3|1 ; 0|2'],
    ['自然人 3\n商业企业 1', '自然人: 3 ; 商业企业: 1'],
    ['自然人：3件\n商业企业：没有', '自然人: 3件 ; 商业企业: 没有'],
  ])('%j is %s', (text, rows) => expect(read(text)).toBe(rows))
})

describe('a single figure, a gap or a sentence is no row', () => {
  test.each([
    ...list(`
    53 · 1,160,000 · 1，160，000 · 3,100,200 · 116 万元 · 共 53 项 · 有 3 件。 · 53（其中 16 件）
    没有 · - 8 · 无 。 · 今年 5 · 总计 3 · 5 件，谢谢 · 3、、1 · 3,,1 · 3//1 · 3 x 0 · 3 1 几
    3 几 0 · 大约 50 · 约 50 3 · 近 百 · 新收5件 结转1件 · 新收五件 1 · 新收五件 结转一件
    新收5件，办结3件 · 3件，其中1件 · 3-1-0 · 3:1:0 · 8:30 · 自然人 · 自然人 法人 其他 · 自然人3、1、0
    3 1 自然人 · 2020年 5 · 2020年53件 · 第1 3 · 今年我们收到申请 3 件，比去年多 · 好的 · 谢谢 谢谢
    3，大约5
  `),
    '',
    ' ',
    '\n',
    '自然人 3\n法人',
    '自然人 法人\n3 1',
    '1. 3\n2. 5',
    '（一）加强组织领导。全年召开会议3次。\n（二）主动公开信息 120 条。',
    '3 1\n今年共收到申请3件',
  ])('%j', text => expect(readRows(text)).toBeUndefined())
})

describe('whatever is sent', () => {
  const figures = fc.array(fc.integer({ min: 0, max: 99999 }), { minLength: 2, maxLength: 8 })

  test('a row keeps its figures and their places whatever stands between them', () => {
    const gaps = fc.constantFrom(' ', '\t', '　', '、', '|', '／', '/', ' | ', ', ', '， ', ';', '  ')
    fc.assert(
      fc.property(figures, gaps, fc.constantFrom('', '自然人', '1.属于国家秘密'), (row, gap, label) => {
        const blank = gap.includes('\t') || gap.includes('|') ? gap : ' '
        const rows = readRows((label && label + blank) + row.join(gap))
        expect(rows).toEqual([{ label: label || null, pieces: row.map(String) }])
      }),
      { numRuns: process.env.LONG ? 3000 : 500 },
    )
  })

  test('a row with commas is split, unless all of it is one number with thousands commas', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(',', '，'), (row, comma) => {
        const one =
          row.slice(1).every(figure => figure >= 100 && figure <= 999) &&
          (row[0] ?? 0) > 0 &&
          (row[0] ?? 0) < 1000
        expect(readRows(row.join(comma))).toEqual(
          one ? undefined : [{ label: null, pieces: row.map(String) }],
        )
      }),
      { numRuns: process.env.LONG ? 3000 : 500 },
    )
  })

  test('garbage never throws, and every piece of a row is a figure or empty', () => {
    const signs = fc.constantFrom(...'0123.,，、/|\t\n 　（）:：无没有约几万件项十一三自然人-')
    const garbage = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs, maxLength: 20 }))
    fc.assert(
      fc.property(garbage, text => {
        for (const { pieces } of readRows(text) ?? []) {
          expect(pieces.length).toBeGreaterThan(0)
          for (const piece of pieces.filter(each => each !== ''))
            expect(readQuantity(piece)).not.toHaveProperty('fault')
        }
      }),
      { numRuns: process.env.LONG ? 10000 : 1000 },
    )
  })

  test.each([
    ...list(`
    1, · 1、 · 自 · 1. · （ · 一、 · ： · ：1 · | · / · ，
  `),
    '1 ',
    '1\t',
    '\t',
    ' ',
    '自 ',
    '自\t',
    '1\n',
    '自 1\n',
    ', ',
    '没有 ',
  ])('20000 characters of %j are read to their end', { timeout: 15_000 }, text => {
    const long = text.repeat(Math.ceil(20000 / text.length))
    const samples = [long, `3 ${long}`, `${long}x`, `自然人 ${long}3`]
    const pieces = samples.flatMap(sample => readRows(sample) ?? []).flatMap(row => row.pieces)
    expect(pieces.filter(piece => piece !== '' && 'fault' in readQuantity(piece))).toEqual([])
  })
})
