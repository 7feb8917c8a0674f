// Texts: written in several messages, finished with a tap, written anew, taken from the standard wording, left out.

import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../src/engine/body-of.ts'
import { longestText } from '../../src/engine/filing.ts'
import { sectionKey, textKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { play } from './play.ts'

const text = (key: string) => ({ type: 'text', text: textKey(key) }) as const
const at = (key: string, form = disclosure2019) => {
  const script = play(form)
  script.put(text(key))
  return script
}
const body = (script: ReturnType<typeof at>, key: string) =>
  bodyOf(script.form, script.filing(), textKey(key))

describe('a text', () => {
  test('may come in several messages, and is finished with a tap', () => {
    const script = at('overview')
    script.say('梧桐成荫。\n桂花飘香。')
    expect(script.effects()[0]).toMatchObject({
      type: 'wrote',
      text: 'overview',
      characters: 10,
      paragraphs: 2,
    })
    expect(script.question()).toEqual(text('overview'))
    script.say('银杏满地。')
    expect(script.effects()[0]).toMatchObject({ characters: 15, paragraphs: 3 })
    expect(body(script, 'overview')).toBe('梧桐成荫。\n桂花飘香。\n银杏满地。')
    script.act({ type: 'written', text: textKey('overview') })
    expect(script.question()).toMatchObject({ gate: 'disclosure.?' })
  })

  test('keeps its lines, without white space around them and without empty ones', () => {
    const script = at('overview')
    script.say('  梧桐成荫。 \r\n\r\n\t桂花 飘香。\u2028银杏满地。  \n ')
    expect(body(script, 'overview')).toBe('梧桐成荫。\n桂花 飘香。\n银杏满地。')
  })

  test('is not made of white space', () => {
    const script = at('overview')
    script.say(' \n ')
    expect(script.effects()[0]).toMatchObject({ type: 'unread' })
    expect(body(script, 'overview')).toBeUndefined()
  })

  test('of the opening kind is finished with its first message', () => {
    const script = at('preamble')
    script.say('现将本年情况报告如下：')
    expect(script.question()).toMatchObject({ gate: 'disclosure.?' })
  })

  test('of the opening kind goes on when a phone has cut it', () => {
    const script = at('preamble')
    script.say('梧'.repeat(4_000))
    expect(script.question()).toEqual(text('preamble'))
    script.say('桐。')
    expect(script.question()).toMatchObject({ gate: 'disclosure.?' })
    expect(body(script, 'preamble')).toHaveLength(4_003)
  })

  test(`has at most ${longestText} characters, in one message`, () => {
    const script = at('overview')
    script.say('梧'.repeat(longestText))
    expect(script.types()).toEqual(['wrote', 'ask'])
    expect(body(script, 'overview')).toHaveLength(20_000)
    const other = at('overview')
    other.say('梧'.repeat(longestText + 1))
    expect(other.effects()[0]).toMatchObject({ type: 'unread', why: 'too-long', limit: 20_000 })
    expect(body(other, 'overview')).toBeUndefined()
  })

  test('has as many in several messages, and what stands stays when one more is too long', () => {
    const script = at('overview')
    script.say('梧'.repeat(19_998))
    script.say('桐。')
    expect(body(script, 'overview')?.replace('\n', '')).toHaveLength(20_000)
    script.say('树。')
    expect(script.effects()[0]).toMatchObject({ type: 'unread', why: 'too-long' })
    expect(body(script, 'overview')?.replace('\n', '')).toHaveLength(20_000)
  })

  test('is written anew after a tap, and undo brings the old one back', () => {
    const script = at('overview')
    script.say('梧桐成荫。')
    script.tap('rewrite')
    expect(script.types()).toEqual(['emptied', 'ask'])
    expect(body(script, 'overview')).toBeUndefined()
    expect(script.question()).toEqual(text('overview'))
    script.act({ type: 'undo' })
    expect(body(script, 'overview')).toBe('梧桐成荫。')
  })

  test('takes more after it was left out, without an empty paragraph', () => {
    const script = at('preamble')
    script.tap('omit')
    expect(script.types()).toEqual(['omitted', 'ask'])
    expect(body(script, 'preamble')).toBe('')
    script.put(text('preamble'))
    script.say('现报告如下：')
    expect(body(script, 'preamble')).toBe('现报告如下：')
  })

  test('is added to by a colleague once they have seen what was written meanwhile, and no word is lost', () => {
    const script = at('overview')
    script.put(text('overview'), 'bob')
    script.say('梧桐成荫。', 'bob')
    script.say('桂花飘香。', 'ann')
    expect(script.effects()[0]).toEqual({ type: 'moved', keys: ['overview'] })
    expect(script.ask().question).toMatchObject({ type: 'remark', body: '桂花飘香。' })
    expect(body(script, 'overview')).toBe('梧桐成荫。')
    script.tap('write', 'ann')
    expect(body(script, 'overview')).toBe('梧桐成荫。\n桂花飘香。')
    expect(
      script
        .filing()
        .texts.get(textKey('overview'))
        ?.map(part => part.by),
    ).toEqual(['bob', 'ann'])
  })
})

describe('a few words that end like no sentence', () => {
  test('are shown back before they count', () => {
    const script = at('overview')
    script.say('请问这个怎么写？')
    expect(script.question()).toMatchObject({ type: 'remark', text: 'overview', body: '请问这个怎么写？' })
    expect(script.filing().texts.size).toBe(0)
  })

  test('are written with a tap, and belong to their own message', () => {
    const script = at('overview')
    script.say('梧桐成荫')
    const message = script.lastMessage()
    script.tap('write')
    expect(body(script, 'overview')).toBe('梧桐成荫')
    expect(script.filing().texts.get(textKey('overview'))?.[0]?.message).toBe(message)
  })

  test('are left out with a tap, and what stood stays', () => {
    const script = at('overview')
    script.say('银杏满地。')
    script.say('好的')
    script.tap('leave-out')
    expect(body(script, 'overview')).toBe('银杏满地。')
    expect(script.question()).toEqual(text('overview'))
  })
})

describe.each(forms)('in %s', (_, form) => {
  test('the standard wordings name the unit and the year and have no place left open', () => {
    for (const section of form.sections) {
      if (section.type !== 'text' || !section.standard) continue
      const script = at(section.text, form)
      script.tapWhere(({ event }) => event.type === 'standard')
      const written = body(script, section.text) ?? ''
      expect(written).not.toMatch(/[{}]/)
      expect(written).toBe(
        section.standard.replaceAll('{unit}', '柳荫街道').replaceAll('{year}', String(form.years.from + 1)),
      )
      expect(script.question()).not.toEqual(text(section.text))
    }
  })

  test('only the opening text can be left out', () => {
    const omittable = form.sections.flatMap(section => {
      if (section.type !== 'text') return []
      return at(section.text, form).words().includes('omit') ? [section.text] : []
    })
    expect(omittable).toEqual(['preamble'])
  })

  test('the standard wording takes the place of what was written', () => {
    const script = at('other', form)
    script.say('梧桐成荫。')
    script.act({ type: 'standard', text: textKey('other') })
    expect(script.filing().texts.get(textKey('other'))).toHaveLength(1)
    expect(body(script, 'other')).not.toContain('梧桐')
  })
})

describe('what waits to be confirmed and is passed over', () => {
  test('is named, when it is words that may belong to a text', () => {
    const script = at('overview')
    script.say('梧桐', 'ann')
    expect(script.ask().question).toMatchObject({ type: 'remark' })
    script.say('今年梧桐成荫，落叶有人打扫。', 'ann')
    expect(script.effects()[0]).toEqual({ type: 'left-out', said: '梧桐' })
    expect(body(script, 'overview')).toBe('今年梧桐成荫，落叶有人打扫。')
  })

  test('is nothing to speak of once it is written', () => {
    const script = at('overview')
    script.say('梧桐', 'ann')
    script.tap('write')
    expect(script.effects().map(({ type }) => type)).not.toContain('left-out')
  })
})

test('"the rest is 0" at a text is no answer to it', () => {
  const script = play(disclosure2019)
  script.put({ type: 'text', text: textKey('overview') })
  script.act({ type: 'rest', section: sectionKey('overview') })
  expect(script.types()).not.toContain('rest')
})
