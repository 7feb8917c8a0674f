// The kinds of answer that are no counts: what each takes of what people write, what it stores, and why it refuses.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Asked } from '../../../src/engine/answers/answer.ts'
import { answers, isNothing } from '../../../src/engine/answers/answers.ts'
import type { AnswerType } from '../../../src/engine/form.ts'
import { table } from '../../reading/table.ts'
import { options, wordValues } from './word-values.ts'

const numRuns = process.env.LONG ? 20_000 : 500
const asked: Asked = { options, year: 2025 }

/** The stored value, a list by its keys; or the word why it was not read. */
const printRead = (type: AnswerType, said: string): string => {
  const read = answers[type].read(said, asked)
  if ('unread' in read) return read.unread
  const value = Array.isArray(read.value) ? `[${read.value.join(' ')}]` : String(read.value)
  return `${value}${read.note ?? ''}`
}

const yesNo = table(`
  是 → true · 是的 → true · 有 → true · 有的 → true · 对 → true · 嗯 → true · 是。 → true · Yes → true · ｙ → true
  否 → false · 不是 → false · 没有 → false · 无 → false · 没 → false · 不 → false · 尚未 → false · No → false
  未设置 → not-a-choice · 是不是 → not-a-choice · 1 → not-a-choice · 也许 → not-a-choice · 不清楚 → not-a-choice
  — → not-a-choice
`)

const choices = table(`
  微博 → [weibo] · 微信 → [weixin] · 微信小程序 → [weixin-mini] · 移动客户端 → [app] · 微博、微信 → [weibo weixin]
  微信,微博 → [weibo weixin] · 微信 微博 → [weibo weixin] · 微博和微信小程序 → [weibo weixin-mini] · 1、3 → [weibo weixin-mini]
  有微博 → [weibo] · 都没有 → [] · 无 → [] · 全部 → [weibo weixin weixin-mini app] · 微博、微博 → [weibo]
  ２ → [weixin] · 微博；移动客户端。 → [weibo app]
  抖音 → not-a-choice · 没有微博 → not-a-choice · 5 → not-a-choice · 微博、抖音 → not-a-choice · 0 → not-a-choice
  微信视频号 → not-a-choice · 除了微博 → not-a-choice
`)

const lines = table(`
  本级门户网站 → 本级门户网站 · 无 → 无 · 12 → 12 · A-1 → A-1 · （含子站） → （含子站） · 你好， 世界 → 你好， 世界
  3.5 → 3.5 · 没有 → 没有 · 　全角　空格　 → 全角 空格 · 网站（一） → 网站（一） · Ｗｅｂ → Ｗｅｂ
  ？ → no-words · — → no-words · … → no-words · / → no-words · 😀 → no-words
`)

const decimals = table(`
  98.5 → 98.5 · 98.50 → 98.5 · ９８．５ → 98.5 · 98.5% → 98.5 · 98.5％ → 98.5 · 0 → 0 · 无 → 0 · -3.2 → -3.2 · 减3.2 → -3.2
  一百零六 → 106 · 1,160.25 → 1160.25 · 1.2万 → 12000 · 0.000001 → 0.000001 · 三点五 → 3.5 · 1000000000000 → 1000000000000
  98.5（含试点） → 98.5（含试点）
  0.0000001 → too-fine · 1000000000000.1 → too-large · 1234567890.123456 → too-large · 123456789.123456 → 123456789.123456
  12万元 → not-money · 约98 → vague · 98-99 → several · 很高 → no-number
`)

const addresses = table(`
  https://www.example.gov.cn → https://www.example.gov.cn · http://a.cn/b?c=d#e → http://a.cn/b?c=d#e
  https://a.cn:8443/ → https://a.cn:8443/ · HTTPS://A.cn → HTTPS://A.cn · http://政务.例子.cn → http://政务.例子.cn
  http://10.1.2.3/a → http://10.1.2.3/a · https://a.cn/中文 → https://a.cn/中文
  www.example.gov.cn → not-an-address · ftp://a.cn → not-an-address · javascript:alert(1) → not-an-address
  http:// → not-an-address · http://localhost → not-an-address · http://a cn → not-an-address
  http://u@a.cn → not-an-address · https://a.cn/"x → not-an-address · 没有网址 → not-an-address
  https://-a.cn → not-an-address · https://a..cn → not-an-address
`)

const dates = table(`
  2026年1月31日 → 2026-01-31 · 2026-1-31 → 2026-01-31 · 2026-01-31 → 2026-01-31 · 2026.1.31 → 2026-01-31
  2026/1/31 → 2026-01-31 · ２０２６年１月３１日 → 2026-01-31 · 20260131 → 2026-01-31 · 1月31日 → 2025-01-31
  1月31号 → 2025-01-31 · 2026 年 1 月 31 日 → 2026-01-31 · 二〇二六年一月三十一日 → 2026-01-31 · 一月三十一日 → 2025-01-31
  2024年2月29日 → 2024-02-29 · 是2026年1月31日。 → 2026-01-31
  2025年2月29日 → no-such-day · 2月30日 → no-such-day · 2026年13月1日 → no-such-day · 2026-0-1 → no-such-day
  0026年1月1日 → no-such-day · 2026年1月 → no-date · 31日 → no-date · 昨天 → no-date · 2026 → no-date
  2026.1-31 → no-date · 1月1日至1月31日 → several · 2026年1月左右 → vague
`)

describe.each([
  ['yes-no', yesNo],
  ['choices', choices],
  ['line', lines],
  ['decimal', decimals],
  ['web-address', addresses],
  ['date', dates],
] as const)('an answer of kind %s', (type, cases) => {
  test.each(cases)('reads %s as %s', (written, read) => {
    expect(printRead(type, written)).toBe(read)
  })

  test('refuses an empty message', () => {
    expect(answers[type].read('   ', asked)).toHaveProperty('unread')
  })

  test('prints and says a blank as nothing, and counts it as nothing', () => {
    const { print, say } = answers[type]
    expect([print(null, options), say(null, options), isNothing(type, null)]).toEqual(['', '', true])
  })

  test('is read back from its print', () => {
    fc.assert(
      fc.property(
        wordValues[type] as fc.Arbitrary<
          (typeof wordValues)[typeof type] extends fc.Arbitrary<infer T> ? T : never
        >,
        value => {
          const { print, read, equal } = answers[type]
          const again = read(print(value, options), asked)
          expect(again).toMatchObject({ value, note: null })
          expect('value' in again && equal(again.value, value)).toBe(true)
        },
      ),
      { numRuns },
    )
  })

  test('comes back from a report file as it went', () => {
    fc.assert(
      fc.property(wordValues[type] as fc.Arbitrary<string | boolean | string[]>, value => {
        const { stated } = answers[type]
        const written = JSON.parse(JSON.stringify(stated?.write(value)))
        expect(stated?.read(written, asked)).toEqual({ value, note: null })
      }),
      { numRuns },
    )
  })
})

test('a line of 200 characters is taken and a longer one refused, and so is a long address', () => {
  expect(answers.line.read('字'.repeat(200))).toMatchObject({ value: '字'.repeat(200) })
  expect(answers.line.read('字'.repeat(201))).toEqual({ unread: 'too-long', limit: 200 })
  expect(answers['web-address'].read(`https://a.cn/${'a'.repeat(200)}`)).toEqual({
    unread: 'too-long',
    limit: 200,
  })
})

test('a line becomes one line with single spaces', () => {
  expect(answers.line.read(' 一\n二\t三 ')).toEqual({ value: '一 二 三', note: null })
})

test('a day without its year asks for the year where none is known', () => {
  expect(answers.date.read('1月31日')).toEqual({ unread: 'no-year' })
})

test('a file states yes and no, lists, and words of the wrong sort are refused', () => {
  expect(answers['yes-no'].stated?.read(1)).toEqual({ unread: 'not-a-choice' })
  expect(answers['yes-no'].stated?.read('是')).toEqual({ value: true, note: null })
  expect(answers.choices.stated?.read(['app', 'weibo'], asked)).toEqual({
    value: ['weibo', 'app'],
    note: null,
  })
  expect(answers.choices.stated?.read(['douyin'], asked)).toEqual({ unread: 'not-a-choice' })
  expect(answers.date.stated?.read(true, asked)).toEqual({ unread: 'no-words' })
  expect(answers.decimal.stated?.read(98.5)).toEqual({ value: '98.5', note: null })
})

test('an option that the cell does not know any more prints by its key', () => {
  expect(answers.choices.print(['weibo', 'blog'], options)).toBe('微博、blog')
})
