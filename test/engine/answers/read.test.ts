// What each kind of answer takes: words people write, and the value that is stored or why nothing is.

import { describe, expect, test } from 'vitest'
import { answers } from '../../../src/engine/answers/answers.ts'
import { isMoney } from '../../../src/engine/answers/yuan.ts'
import type { AnswerType } from '../../../src/engine/form.ts'
import { table } from '../../reading/table.ts'

const units = { 元: 'yuan', 万元: 'wan-yuan', 亿元: 'yi-yuan' } as const

/** `53` a count, `1160000.00元` an amount in its unit, a word why it was not read; a note follows in its brackets. */
const printRead = (type: AnswerType, said: string): string => {
  const read = answers[type].read(said)
  if ('unread' in read) return read.unread
  const { value, note } = read
  if (typeof value === 'number') return `${value}${note ?? ''}`
  if (!isMoney(value)) return JSON.stringify(value)
  const unit = Object.entries(units).find(([, name]) => name === value.unit)?.[0]
  return `${value.fen}分/${unit}${note ?? ''}`
}

const counts = table(`
  0 → 0 · 53 → 53 · 53项 → 53 · ５３ → 53 · 一百一十六件 → 116 · 1,160 → 1160 · 1.2万 → 12000 · 116万 → 1160000
  无 → 0 · 没有 → 0 · — → 0 · / → 0 · 零 → 0 · 一共53项 → 53 · 改成35 → 35
  22（其中修订16件） → 22（其中修订16件） · 22(修订16) → 22（修订16）
  1000000000000 → 1000000000000 · 1000000000001 → too-large · 一万亿 → 1000000000000
  -3 → negative · 减少2 → negative · 2.5 → fraction · 116万元 → not-money · 53元 → not-money
  三百来件 → vague · 约50 → vague · 3-5 → several · 喜鹊 → no-number
`)

const changes = table(`
  0 → 0 · 3 → 3 · -8 → -8 · 减8 → -8 · 减少8项 → -8 · 增加3 → 3 · +3 → 3 · −8 → -8 · 负八 → -8 · 2.5 → fraction
  -1000000000000 → -1000000000000 · -1000000000001 → too-large · 8万元 → not-money · 大约8 → vague · 没变 → no-number
`)

const sums = table(`
  0 → 0分/元 · 无 → 0分/元 · 零 → 0分/元 · 116万元 → 116000000分/万元 · 116万 → 116000000分/万元
  1160000元 → 116000000分/元 · 59237.2449万元 → 59237244900分/万元 · 1.2亿元 → 12000000000分/亿元
  0.01元 → 1分/元 · ¥50 → 5000分/元 · 0.000001万元 → 1分/万元 · 0.0000000001亿元 → 1分/亿元
  116 → no-unit · 53项 → no-unit · 0.001元 → too-fine · 0.0000001万元 → too-fine · -3万元 → negative
  116万元（含税） → 116000000分/万元（含税） · 9007199254740991分 → no-number
  90071992547409.91元 → 9007199254740991分/元 · 90071992547409.92元 → too-large
  9007199254.740991万元 → 9007199254740991分/万元 · 9007199254.740992万元 → too-large · 约116万元 → vague
`)

const sumsInWan = table(`
  0 → 0分/万元 · 无 → 0分/万元 · 12.5 → 12500000分/万元 · 12.5万元 → 12500000分/万元 · 59237.2449 → 59237244900分/万元
  125000元 → 12500000分/万元 · 0.01元 → 1分/万元 · 1亿元 → 10000000000分/万元 · 12.5万 → 12500000分/万元
  0.0000001 → too-fine · -1 → negative · 53件 → not-a-count · 左右50 → vague · 12.5（含滞纳金） → 12500000分/万元（含滞纳金）
  9007199254.740992 → too-large · 一窍不通 → no-number
`)

describe.each([
  ['count', counts],
  ['signed', changes],
  ['money', sums],
  ['money-wan', sumsInWan],
] as const)('an answer of kind %s', (type, cases) => {
  test.each(cases)('reads %s as %s', (written, read) => {
    expect(printRead(type, written)).toBe(read)
  })

  test('says of an empty message that it has no number', () => {
    expect(answers[type].read('   ')).toEqual({ unread: 'no-number' })
  })

  test('prints a blank as nothing and counts it as 0', () => {
    expect(answers[type].print(null)).toBe('')
    expect(answers[type].say(null)).toBe('')
    expect(answers[type].amount?.(null)).toBe(0)
  })

  test('has a zero that prints as 0', () => {
    const { zero = null, print, say, amount } = answers[type]
    expect([print(zero), say(zero), amount?.(zero)]).toEqual(['0', '0', 0])
  })
})
