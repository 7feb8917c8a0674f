// The order of asking, and the end of a text by a tap on the question that follows.

import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../src/engine/body-of.ts'
import { missingCells } from '../../src/engine/completeness.ts'
import { cellKey, textKey } from '../../src/engine/form.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { gate, type Play, play } from './play.ts'

const text = (key: string) => ({ type: 'text', text: textKey(key) }) as const
const topic = (key: string) => ({ ...text('overview'), topic: key })
const zeros = { 'disclosure.?': [], 'requests.?': [], 'disputes.?': [] }
const tapStandard = (script: Play, key: string) =>
  script.tapWhere(({ label }) => label.type === 'standard' && label.text === key)
const tapTopic = (script: Play, key: string) =>
  script.tapWhere(({ label }) => label.type === 'topic' && label.topic.key === key)
const overview = (script: Play) => bodyOf(script.form, script.filing(), textKey('overview'))

describe.each(forms)('in %s', (_, form) => {
  test('what is missing keeps the printed order, whatever the order of asking', () => {
    const missing = missingCells(form, play(form).filing())
    expect(missing[0]).toBe('overview')
    expect(missing.at(-1)).toBe('other')
    expect(missing.indexOf(cellKey('requests.received.natural'))).toBeLessThan(
      missing.indexOf(textKey('problems')),
    )
  })

  test('a text is finished by a tap on the next question, and one goes back to either', () => {
    const script = play(form, { entries: zeros })
    script.put(text('problems'))
    script.say('公开内容还不够丰富。')
    script.put(text('overview'))
    script.say('梧桐成荫。')
    expect(script.ask().following).toEqual(text('other'))
    expect(script.words()).not.toContain('written')
    tapStandard(script, 'other')
    expect(script.question()).toEqual(text('preamble'))
    script.tap('back')
    expect(script.question()).toEqual(text('other'))
    script.tap('back')
    expect(script.question()).toEqual(text('overview'))
  })

  test('words go on to the text while the next question stands on its card', () => {
    const script = play(form, { entries: zeros })
    script.put(text('overview'))
    script.say('梧桐成荫。')
    expect(script.ask().following).toBeUndefined()
    script.tap('written')
    script.say('公开内容还不够丰富。')
    script.say('业务培训有待加强。')
    expect(bodyOf(form, script.filing(), textKey('problems'))).toBe(
      '公开内容还不够丰富。\n业务培训有待加强。',
    )
    script.tapWhere(({ label }) => label.type === 'write')
    script.say('无其他需要报告的事项。')
    expect(bodyOf(form, script.filing(), textKey('other'))).toBe('无其他需要报告的事项。')
  })

  test('a gate that follows can be answered on the card of the text', () => {
    const script = play(form, { entries: { 'disclosure.?': [], 'requests.?': [] } })
    script.put(text('overview'))
    script.say('梧桐成荫。')
    expect(script.ask().following).toMatchObject(gate('disputes.?'))
    script.tap('no')
    expect(script.question()).toEqual(text('problems'))
    script.tap('back')
    expect(script.question()).toMatchObject({ gate: 'disputes.?' })
  })

  test('the overview is written topic by topic, each under its heading, in whatever order', () => {
    const script = play(form, { entries: zeros })
    script.put(text('overview'))
    script.tap('by-topic')
    expect(script.question()).toEqual(topic('disclosure'))
    script.say('及时更新机构职能。')
    expect(script.question()).toEqual(topic('requests'))
    tapTopic(script, 'supervision')
    script.say('明确专人负责公开工作。')
    expect(script.question()).toEqual(topic('requests'))
    script.tapWhere(({ label }) => label.type === 'sentence')
    const [, first = '', second = ''] =
      /（二）依申请公开\n(.*)\n(（五）.*)/.exec(overview(script) ?? '') ?? []
    expect(first).toContain('未收到政府信息公开申请')
    expect(second).toBe('（五）监督保障')
    tapTopic(script, 'management')
    script.say('（三）政府信息管理。规范公文公开属性认定。')
    expect(
      overview(script)
        ?.split('\n')
        .filter(line => line.startsWith('（')),
    ).toEqual([
      '（一）主动公开',
      '（二）依申请公开',
      '（三）政府信息管理。规范公文公开属性认定。',
      '（五）监督保障',
    ])
    expect(script.question()).toEqual(topic('platforms'))
    script.say('维护政务新媒体两个。')
    expect(script.question()).toEqual(text('overview'))
    script.tap('written')
    expect(script.question()).toEqual(text('problems'))
  })

  test('topics are offered before anything is written, and no more once it came in one go', () => {
    const script = play(form, { entries: zeros })
    script.put(text('overview'))
    expect(script.words()).toContain('by-topic')
    script.tapWhere(({ label }) => label.type === 'sentence')
    expect(script.words()).toContain('by-topic')
    script.say('梧桐成荫。')
    expect(script.words()).not.toContain('by-topic')
  })

  test('a message of a topic that was edited keeps its heading', () => {
    const script = play(form, { entries: zeros })
    script.put(topic('disclosure'))
    script.say('及时更新机构职能。')
    script.edit(script.lastMessage(), '全年更新机构职能两次。')
    expect(overview(script)).toBe('（一）主动公开\n全年更新机构职能两次。')
  })
})
