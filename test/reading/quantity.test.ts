// What readQuantity takes for one figure, what for none at all, and what it refuses to guess.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNumeral } from '../../src/reading/numeral.ts'
import { readQuantity } from '../../src/reading/quantity.ts'
import { chineseNumeral } from './chinese-numeral.ts'
import { list, table } from './table.ts'

/** The reading on one line: amount, measure, note, money; or its fault. */
const read = (text: string) => {
  const quantity = readQuantity(text)
  if ('fault' in quantity) return quantity.fault
  const { amount, measure, note, money } = quantity
  const parts = [
    printNumeral(amount) + (measure ?? ''),
    note,
    money && `= ${printNumeral(money.amount)}${money.measure}`,
  ]
  return parts.filter(part => part !== null).join(' ')
}

describe('a figure is read with its measure word', () => {
  test.each(
    table(`
    53 → 53 · 53项 → 53项 · ５３　项 → 53项 · 53項 → 53項 · 五十三件 → 53件 · 两个 → 2个
    俩 → 2 · 一起 → 1起 · 三家 → 3家 · 一次 → 1次 · 120人次 → 120人次 · 1.2万人次 → 12000人次
    3万个 → 30000个 · 0件 → 0件 · 零 → 0 · 〇件 → 0件 · 0 → 0 · 0.0 → 0 · -8 → -8
    减少8项 → -8项 · 减8 → -8 · 增加了19个 → 19个 · +19 → 19 · 53个项目 → 53个 · 53项目 → 53项目 · 3件申请 → 3件
    12份文件 → 12份 · 5家单位 → 5家 · 2起案件 → 2起 · 53.5 → 53.5
  `),
  )('%j is %s', (text, reading) => expect(read(text)).toBe(reading))

  test.each(
    table(`
    共53项 → 53项 · 一共 53 项 → 53项 · 一共五十三项吧 → 53项 · 是53 → 53 · 有 3 件。 → 3件
    53项。 → 53项 · 总计3 → 3 · 合计：3 → 3 · 就一个 → 1个 · 就俩 → 2 · 只有3件 → 3件
    嗯，是五十三项 → 53项 · 呃 53 → 53 · 53项，谢谢！ → 53项 · 今年一共收了 → no-number
    我们今年有12件 → 12件 · 改成35 → 35 · 改为35项 → 35项 · 应为35 → 35 · 填0 → 0 · 都是0 → 0
    =53 → 53 · 53~ → 53 · 53 . → 53 · 53， → 53 · 53； → 53 · 53！！ → 53 · 53、 → 53
    “53” → no-number
  `),
  )('%j, with words that change nothing, is %s', (text, reading) => expect(read(text)).toBe(reading))
})

describe('money keeps the unit that was written', () => {
  test.each(
    table(`
    116万元 → 116万元 = 116万元 · 116 万元 → 116万元 = 116万元 · 一百一十六万元 → 116万元 = 116万元
    116萬元 → 116万元 = 116万元 · 1.2亿元 → 1.2亿元 = 1.2亿元
    59237.2449万元 → 59237.2449万元 = 59237.2449万元 · 1,160,000元 → 1160000元 = 1160000元
    1，160，000.50元 → 1160000.5元 = 1160000.5元 · 251000元 → 251000元 = 251000元
    人民币251000元整 → 251000元 = 251000元 · ¥251000 → 251000元 = 251000元
    ￥１１６万 → 116万元 = 116万元 · RMB 251000 → 251000元 = 251000元
    共计人民币贰拾伍万壹仟元整。 → 251000元 = 251000元 · 300块 → 300元 = 300元
    三百块钱 → 300元 = 300元 · 116万块 → 116万元 = 116万元 · 116万人民币 → 116万元 = 116万元
    116（万元） → 116万元 = 116万元 · 0元 → 0元 = 0元 · 0万元 → 0万元 = 0万元
    251千元 → 251000元 = 251000元 · 1亿2000万元 → 120000000元 = 120000000元
    12万3千元 → 123000元 = 123000元 · 1.2万亿元 → 1200000000000元 = 1200000000000元
    百万元 → 1000000元 = 1000000元 · 十万元 → 10万元 = 10万元 · 三千五百万元 → 3500万元 = 3500万元
    三万五千元 → 35000元 = 35000元 · 三千五万元 → no-number · -3万元 → -3万元 = -3万元
    116。5万元 → 116.5万元 = 116.5万元
  `),
  )('%j is %s', (text, reading) => expect(read(text)).toBe(reading))

  test.each(
    table(`
    116万 → 1160000 = 116万元 · 116w → 1160000 = 116万元 · 1.2亿 → 120000000 = 1.2亿元
    3个亿 → 300000000 = 3亿元 · 三万五 → 35000 = 35000元 · 1亿2000万 → 120000000 = 120000000元
    百万 → 1000000 = 1000000元 · 116 → 116 · 3千 → 3000 · 3万件 → 30000件
  `),
  )('%j without a unit is %s', (text, reading) => expect(read(text)).toBe(reading))
})

describe('a printed note is kept and not counted', () => {
  test.each<readonly [string, string]>([
    ...table(`
    22（其中修订16件） → 22 （其中修订16件） · 22(其中修订16件) → 22 （其中修订16件）
    22 （其中修订16件）。 → 22 （其中修订16件） · 22件（其中修订16件） → 22件 （其中修订16件）
    22（其中修订16件）件 → 22件 （其中修订16件） · 55（含自然失效29件 → 55 （含自然失效29件）
    22(含(a)类3件) → 22 （含（a）类3件） · 22（a）（b） → 22 （a）（b） · 22（） → 22
    0（无） → 0 （无） · 无（2020年未制发） → 0 （2020年未制发） · 53（件） → 53件
    一百一十六万元（壹佰壹拾陆万元整） → 116万元 （壹佰壹拾陆万元整） = 116万元
    （一）予以公开 → no-number · (8) → no-number · 22（a） 3 0（b） → several
  `),
    ['22（其中\n16）', 'several'],
  ])('%j is %s', (text, reading) => expect(read(text)).toBe(reading))
})

describe('every way to say none is zero', () => {
  test.each([
    ...list(`
    无 · 没有 · 没 · 無 · 无。 · 没有。 · 没有发生 · 没有发生过 · 暂无 · 都没有 · 无此项
    无此项业务 · 没有了 · 没有的 · 今年没有 · 本年度无 · 目前没有 · 均无 · 都没有数 · 嗯，没有
    确实没有 · 真的没有 · 没收到 · 没有收到申请 · 未收到 · 未发生 · 不涉及 · 零报告 · 没有任何申请
    没有这类情况 · 无增减 · 一件都没有 · 一个也没有 · 一个没有 · 没有没有 · 是没有 · 没有，谢谢 · - · — · —— · – · － · --- · / · ／ · 都没有哦~
  `),
    '\\',
    ' 无 ',
    '　没有　',
  ])('%j', text => expect(read(text)).toBe('0'))

  test.each(
    list(`
    没有问题 · 没问题 · 没错 · 有没有 · 今年有没有？ · 有无 · 没有吗？ · 没填 · 没看懂 · 不清楚
    不知道 · 不是0 · 没有5件 · 没收 · 无法提供 · 没有现成信息需要另行制作 · 无锡 · 不变 · 同上 · -/-
    空 · 有 · 是 · 好的 · 。 · ？
  `),
  )('%j is no zero', text => expect(read(text)).toBe('no-number'))
})

describe('what is no sure figure says why', () => {
  test.each(['', ' ', '　', '\n', '\u200b', '\ufeff \t'])('%j is empty', text =>
    expect(read(text)).toBe('empty'),
  )

  test.each(
    list(`
    三百来件 · 三百來件 · 幾十 · 約50 · 可能没有 · 几十件 · 十多件 · 十几 · 十来个 · 约50 · 大约50 · 大概五十 · 近百件 · 近50 · 50左右
    50余件 · 五十余 · 上百 · 数十 · 数百件 · 若干 · 50+ · 50+件 · 三五件 · 两三件 · 七八件 · 一两个
    十二三件 · 二十五六 · 三四百 · 一两百件 · 好几十 · 几件 · 几百 · 一百几十 · 百八十件 · 百十件
    千八百 · 成百上千 · 超过50 · 不到50 · 不足十件 · 至少3件 · 50以上 · 50件以内 · 一些 · 许多
    应该是53 · 可能有3件 · 估计50 · 好像3件 · 差不多五十 · 五十出头 · ~50 · ≈50 · >50 · 50多 · 三万多
    一万余元 · 116万元左右 · 无数 · 一半 · 两千多 · 逾百
  `),
  )('%j is vague', text => expect(read(text)).toBe('vague'))

  test.each(
    list(`
    3-5件 · 3至5件 · 3到5 · 3—5 · 新收5件结转1件 · 5件，3件 · 3 1 · 3 1 0 0 0 0 · 3、1、0 · 3,1,0,0
    1,16 · 50+3 · 3+2 · 5 3 · 2020年53件 · 1、53项 · 增8减3 · 三件或五件 · 自然人3件法人1件 · 3元5角
    3/1 · 上半年3件，下半年5件
  `),
  )('%j has several numbers', text => expect(read(text)).toBe('several'))

  test.each(
    list(`
    abc · 采购项目 · 项 · 元 · 万元 · ¥ · 共 · 1.2.3 · 三百千 · 53% · 自然人新收5件 · 53？ · 第3
    2020年 · 一切正常 · 😀 · ……
  `),
  )('%j has no number we can be sure of', text => expect(read(text)).toBe('no-number'))
})

describe('whatever is sent', () => {
  test('the words around a number never change it', () => {
    const around = fc.record({
      number: fc.integer({ min: 0, max: 10 ** 12 }),
      before: fc.constantFrom('', '共', '一共 ', '总计：', '是', '嗯，', '我们今年有'),
      measure: fc.constantFrom('', '件', ' 项', '个', '人次'),
      after: fc.constantFrom('', '。', '吧', '！', '，谢谢', ' '),
      note: fc.constantFrom('', '（其中修订16件）', '(含3件)'),
      write: fc.constantFrom(String, chineseNumeral, (number: number) => number.toLocaleString('en-US')),
    })
    fc.assert(
      fc.property(around, ({ number, before, measure, after, note, write }) => {
        const quantity = readQuantity(before + write(number) + measure + note + after)
        if ('fault' in quantity) return expect.fail(quantity.fault)
        expect(printNumeral(quantity.amount)).toBe(String(number))
        expect(quantity.measure ?? '').toBe(measure.trim())
        expect(quantity.note?.length ?? 0).toBe(note.length)
      }),
      { numRuns: process.env.LONG ? 3000 : 500 },
    )
  })

  test('garbage never throws', () => {
    const signs = fc.constantFrom(...'0123.,，（）()无没有共约几万亿元件项十百一二三两-—/+ \n¥整的。')
    const garbage = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs, maxLength: 30 }))
    fc.assert(
      fc.property(garbage, text => {
        expect(readQuantity(text)).toBeTypeOf('object')
      }),
      { numRuns: process.env.LONG ? 10000 : 1000 },
    )
  })

  test.each([
    ...list(
      `1 · 一 · 十 · 没有 · 的 · 共 · （ · ） · () · 1, · 1,000 · . · 。 · — · ~ · 约 · + · 1 + · 3 1 · 1、 · 万 · 个 · 元 · 无， · w`,
    ),
    ' ',
    '~ ',
    '\n',
    '\u200b',
  ])('20000 characters of %j are read to their end', { timeout: 15_000 }, text => {
    const long = text.repeat(Math.ceil(20000 / text.length))
    const samples = [long, `3${long}`, `${long}3`, `3（${long}`, `${long}x`]
    expect(samples.map(readQuantity).filter(read => !('fault' in read || 'amount' in read))).toEqual([])
  })
})
