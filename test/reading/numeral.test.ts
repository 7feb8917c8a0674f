// What readNumeral takes for one number, and that every way of writing a number is read as that number.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNumeral, readNumeral } from '../../src/reading/numeral.ts'
import { chineseNumeral, formalNumeral } from './chinese-numeral.ts'
import { list, table } from './table.ts'

const read = (text: string) => {
  const numeral = readNumeral(text)
  return numeral && printNumeral(numeral)
}

describe('a number is read as written', () => {
  test.each<readonly [string, string]>([
    ...table(`
    0 → 0 · 53 → 53 · ５３ → 53 · 007 → 7 · -0 → 0 · 5️⃣3️⃣ → 53 · 1,160,000 → 1160000
    1，160，000.5 → 1160000.5 · １，１６０，０００．５０ → 1160000.5 · 1,113 → 1113
    59237.2449 → 59237.2449 · 160.5964 → 160.5964 · 116。5 → 116.5 · 3.0 → 3 · 0.10 → 0.1
    3点5 → 3.5 · 三点一四 → 3.14 · 零点五 → 0.5 · 一百一十六点五 → 116.5 · 一點五 → 1.5
    三点五〇 → 3.5
  `),
    [' 53 ', '53'],
    ['　53', '53'],
    ['5\u200b3', '53'],
    ['\ufeff53', '53'],
  ])('%j is %s', (text, number) => expect(read(text)).toBe(number))

  test.each(
    table(`
    零 → 0 · 〇 → 0 · ○ → 0 · 两 → 2 · 俩 → 2 · 仨 → 3 · 十 → 10 · 十二 → 12 · 一十二 → 12
    二十 → 20 · 两百 → 200 · 二百 → 200 · 一百一十六 → 116 · 一百十六 → 116 · 一百零六 → 106
    一百〇六 → 106 · 一百六 → 160 · 一百一 → 110 · 两百五 → 250 · 二百五 → 250 · 三千二 → 3200
    一千二百五 → 1250 · 一千零一 → 1001 · 一千零五十 → 1050 · 一千零十六 → 1016 · 两千〇三 → 2003
    三万五 → 35000 · 三万零五 → 30005 · 三万五百 → 30500 · 十二万五 → 125000 · 一万两千五 → 12500
    二十万零五千 → 205000 · 一万零五百六 → 10560 · 三亿五 → 350000000 · 一亿零二百 → 100000200
    一亿两千万 → 120000000 · 百万 → 1000000 · 千万 → 10000000 · 十万 → 100000
    百亿 → 10000000000 · 一万亿 → 1000000000000 · 千万亿 → 1000000000000000
    九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九 → 9999999999999999 · 廿三 → 23
    廿 → 20 · 卅 → 30 · 卌一 → 41 · 一百廿三 → 123 · 壹佰贰拾叁 → 123 · 壹仟零伍拾 → 1050
    貳拾伍萬壹仟 → 251000 · 參佰 → 300 · 三億兩千萬 → 320000000 · 二〇二〇 → 2020
    二零二零 → 2020 · 二0二0 → 2020 · 二○二四 → 2024 · 一一六 → 116 · 一二三 → 123 · 五三 → 53
  `),
  )('%j in characters is %s', (text, number) => expect(read(text)).toBe(number))

  test.each(
    table(`
    3万 → 30000 · 3 万 → 30000 · 1.2万 → 12000 · ３．５万 → 35000 · 一点二万 → 12000
    3千 → 3000 · 251千 → 251000 · 116万 → 1160000 · 116w → 1160000 · 1.2W → 12000 · 3k → 3000
    3w5 → 35000 · 3百万 → 3000000 · 1.5千万 → 15000000 · 1亿2000万 → 120000000
    1.2亿 → 120000000 · 1.2个亿 → 120000000 · 3個亿 → 300000000 · 1.2万亿 → 1200000000000
    12万3千 → 123000 · 12万3 → 123000 · 12万3456 → 123456 · 12万0345 → 120345 · 12万零3 → 120003
    12万零345 → 120345 · 3千5 → 3500 · 3百16 → 316 · 三百12 → 312 · 1,160万 → 11600000
    12345万 → 123450000 · 1百1十6 → 116
  `),
  )('%j, digits and characters mixed, is %s', (text, number) => expect(read(text)).toBe(number))

  test.each(
    table(`
    -8 → -8 · －8 → -8 · −8 → -8 · —8 → -8 · - 8 → -8 · 负8 → -8 · 负八 → -8 · 减8 → -8
    减少8 → -8 · 减少了8 → -8 · 净减少十二 → -12 · 减 8 → -8 · +19 → 19 · ＋19 → 19 · 正3 → 3
    增3 → 3 · 增加19 → 19 · 增加了十九 → 19 · 新增19 → 19 · 净增一百零二 → 102 · 减0 → 0
    -1,160.50 → -1160.5
  `),
  )('%j has the sign of %s', (text, number) => expect(read(text)).toBe(number))
})

describe('what is not one well-made number is not read', () => {
  test.each([
    ...list(`
    一共 · 项 · 1,16 · 1,1600 · 12,34,567 · 1,160,00 · ,160 · 1, · 0,160 · 1.2.3 · 1.160.000 · .5 · 5.
    5 3 · 1 160 · 三百千 · 十百 · 十十 · 百 · 千 · 万 · 亿 · 万亿 · 百十 · 百五十 · 一百零
    一百零零六 · 一百零一十六 · 十零五 · 三万三万 · 五亿三亿 · 亿万 · 一百千 · 三十百 · 两百两
    三万零 · 廿十 · 三五 · 三四 · 七八 · 两三 · 十二三 · 二十五六 · 三四百 · 一两百 · 二三万 · 3五
    五3 · 3五百 · 12万35 · 12万345 · 3千50 · 3千20百 · 1.2万3千 · 三万二点五 · 1万2.5 · 1.5万3
    一.二.三 · 3点 · 点3 · 1亿20000万 · 三万五亿 · 三千五万 · 三百五万 · 一万二亿 · --8 · 减-8 · 负负8
    +-3 · 减少到8 · 增加至19 · 8- · 5% · ⑤ · ½ · 5³ · NaN · Infinity · 1e5 · 0x10 · 1_000 · ٣ · 三万k
    几
  `),
    '',
    ' ',
    '1'.repeat(65),
  ])('%j is no number', text => expect(readNumeral(text)).toBeUndefined())
})

describe('every whole number up to 10^12 is read the same from every way of writing it', () => {
  const numbers = fc.oneof(
    fc.integer({ min: 0, max: 10 ** 12 }),
    fc.integer({ min: 0, max: 20000 }),
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 9 }))
      .map(([head, zeros]) => head * 10 ** zeros),
  )
  const wide = (text: string) =>
    text.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  const mixed = (number: number, unit: number, sign: string) =>
    `${Math.floor(number / unit)}${sign}${number % unit === 0 ? '' : `零${number % unit}`}`
  const ways: Readonly<Record<string, (number: number) => string>> = {
    digits: String,
    'full-width digits': number => wide(String(number)),
    'digits with commas': number => number.toLocaleString('en-US'),
    'full-width digits with commas': number => wide(number.toLocaleString('en-US')),
    'Chinese numerals': chineseNumeral,
    'Chinese numerals with 〇': number => chineseNumeral(number).replaceAll('零', '〇'),
    'Chinese numerals with 两': number => chineseNumeral(number).replace(/二(?=[百千万亿])/g, '两'),
    'formal numerals': formalNumeral,
    'traditional numerals': number =>
      formalNumeral(number).replaceAll('万', '萬').replaceAll('亿', '億').replaceAll('贰', '貳'),
    'figures one by one': number =>
      String(number).length === 2
        ? String(number)
        : String(number).replace(/\d/g, digit => '零一二三四五六七八九'[Number(digit)] ?? ''),
    '万 before the last four digits': number =>
      number < 10000
        ? String(number)
        : `${Math.floor(number / 10000)}万${String(number % 10000).padStart(4, '0')}`,
    '万 and 零': number => (number < 10000 ? String(number) : mixed(number, 10000, '万')),
    '亿 and 零': number => (number < 1e8 ? String(number) : mixed(number, 1e8, '亿')),
    '万 with a fraction': number => `${printNumeral({ mantissa: BigInt(number), scale: 4 })}万`,
    '亿 with a fraction': number => `${printNumeral({ mantissa: BigInt(number), scale: 8 })}亿`,
  }
  test.each(Object.keys(ways))('%s', way => {
    fc.assert(
      fc.property(numbers, number => {
        const written = ways[way]?.(number) ?? ''
        expect([written, read(written)]).toEqual([written, String(number)])
      }),
      { numRuns: process.env.LONG ? 1500 : 500 },
    )
  })

  test('every number below 20000 in Chinese numerals', () => {
    const numbers = Array.from({ length: 20000 }, (_, number) => number)
    expect(numbers.filter(number => read(chineseNumeral(number)) !== String(number))).toEqual([])
  })

  test('no two numbers below 20000 are written alike', () => {
    expect(new Set(Array.from({ length: 20000 }, (_, number) => chineseNumeral(number))).size).toBe(20000)
  })
})

describe('numerals are exact', () => {
  const numerals = fc.tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({ min: 0, max: 20 }))

  test('what is printed is read back, with its fraction in lowest form', () => {
    fc.assert(
      fc.property(numerals, ([mantissa, scale]) => {
        const again = readNumeral(printNumeral({ mantissa, scale }))
        if (!again) return expect.fail('not read')
        expect(again.mantissa * 10n ** BigInt(scale)).toBe(mantissa * 10n ** BigInt(again.scale))
        expect(again.scale === 0 || again.mantissa % 10n !== 0n).toBe(true)
      }),
    )
  })

  test('garbage never throws, and what is read prints as a decimal that reads the same', () => {
    const signs = fc.constantFrom(...'0123456789,.，．点零〇一二三两五九十百千万亿壹拾佰仟廿-+负减增 w个')
    const garbage = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs, maxLength: 12 }))
    fc.assert(
      fc.property(garbage, text => {
        const once = read(text)
        if (once !== undefined) {
          expect(once).toMatch(/^-?\d+(\.\d*[1-9])?$/)
          expect(read(once)).toBe(once)
        }
      }),
      { numRuns: process.env.LONG ? 20000 : 2000 },
    )
  })
})
