// A text that states figures: those that the tables lack are shown back with their sentence, and count after one tap.

import { describe, expect, test } from 'vitest'
import { textKey } from '../../src/engine/keys.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { type Play, play } from './play.ts'

const overview = textKey('overview')
const question = { type: 'text', text: overview } as const
const begin = (entries: Readonly<Record<string, number>> = {}): Play => {
  const script = play(disclosure2021, { level: 'city', year: 2025, entries })
  script.put(question)
  return script
}
const licensing = 'disclosure.licensing.handled'
const penalties = 'disclosure.penalties.handled'

describe('figures that a text states', () => {
  test('are shown back with the sentence, and one tap makes them count; the text goes on', () => {
    const script = begin()
    script.say('我局重视公开工作。2025年，我局共办理行政许可120件、行政处罚35件。组织培训3次。')
    expect(script.effects()).toContainEqual({
      type: 'told',
      text: overview,
      quotes: ['2025年，我局共办理行政许可120件、行政处罚35件'],
    })
    expect(script.question()).toMatchObject({
      type: 'proposal',
      cells: [
        [licensing, 120, null],
        [penalties, 35, null],
      ],
    })
    expect(script.value(licensing)).toBeUndefined()
    script.tap('confirm')
    expect([script.value(licensing), script.value(penalties)]).toEqual([120, 35])
    expect(script.question()).toEqual(question)
    expect(script.filing().texts.get(overview)).toHaveLength(1)
  })

  test('that are given already stay as they are', () => {
    const script = begin({ [licensing]: 119 })
    script.say('办理行政许可120件，行政处罚35件。')
    expect(script.question()).toMatchObject({ type: 'proposal', cells: [[penalties, 35, null]] })
    script.tap('confirm')
    expect([script.value(licensing), script.value(penalties)]).toEqual([119, 35])
  })

  test('that are refused leave the text written and nothing stored', () => {
    const script = begin()
    script.say('办理行政许可120件。')
    script.say('不对')
    expect(script.question()).toEqual(question)
    expect(script.value(licensing)).toBeUndefined()
    expect(script.filing().texts.get(overview)).toHaveLength(1)
  })

  test('do not stand in the way of the next paragraph', () => {
    const script = begin()
    script.say('办理行政许可120件。')
    script.say('我局把公开贯穿决策、执行、管理、服务和结果的全过程，全年组织专题培训三次，覆盖各科室。')
    expect(script.filing().texts.get(overview)).toHaveLength(2)
    expect(script.effects()).toContainEqual({ type: 'unconfirmed', figures: 1 })
    expect(script.value(licensing)).toBeUndefined()
  })

  test.each([
    '全市办理行政许可120件。',
    '2024年办理行政许可120件。',
    '行政许可比上年增加12件。',
    '办理行政许可120余件。',
    '行政许可120件，同比增长5%。',
    '规范性文件3件。',
    '收到政府信息公开申请5件。',
    '主动公开政府信息1200条，公开指南1件。',
    '行政许可120件。全年办理行政许可121件。',
    '曝光行政处罚35件。',
    '本年无。',
    '其余没有。',
    '行政复议3件，维持1件，纠正1件。',
  ])('%s states none for certain', said => {
    const script = begin()
    script.say(said)
    expect(script.question()).toEqual(question)
    expect(script.filing().entries.size).toBe(0)
  })
})
