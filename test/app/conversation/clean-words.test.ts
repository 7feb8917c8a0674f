// Signs that nobody sees: they are taken out of what was typed, breaks of a line stay breaks, and the person is told.

import { describe, expect, test } from 'vitest'
import { cleanWords } from '../../../src/app/conversation/clean-words.ts'
import type { Incoming } from '../../../src/app/message.ts'
import { inHouse } from '../../channels/web/house.ts'

const typed = (text: string): Incoming => ({
  ...{ id: '1', channel: 'web', chat: 'web:1', person: 'web:1', name: '', at: 0, message: null },
  input: { type: 'text', text },
})

test.each([
  ['一\u0000二', '一 二', 1],
  ['5\u0000\u00005', '5 5', 2],
  ['\u0007一\u001b[31m二\u009f\uffff', '一[31m二', 4],
  ['一\u000b二\u000c三\r四\u2028五', '一\n二\n三\n四\n五', 0],
  ['一\t二\r\n三\n四', '一\t二\n三\n四', 0],
  ['ordinary 一二三。', 'ordinary 一二三。', 0],
])('%j is taken as %j', (text, clean, removed) => {
  expect(cleanWords(typed(text))).toEqual({ incoming: typed(clean), removed })
})

test('nothing but such signs is no text', () => {
  expect(cleanWords(typed('\u0000\u0001'))).toMatchObject({
    incoming: { input: { type: 'unsupported' } },
    removed: 2,
  })
})

describe('a text with such signs', () => {
  test(
    'is stored without them, and the person reads that they were taken out',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.say('总体情况')
      await visitor.say('第一\u0000段\u0008。')
      const all = await visitor.all()
      expect(JSON.stringify(all)).not.toMatch(/\\u0000|\\b/)
      expect(all.map(({ text }) => text).join('\n')).toContain('已去除 2 个不可见字符')
      const texts = await house.sql.all('SELECT body FROM text')
      expect(texts.map(({ body }) => body)).toContain('第一 段。')
      const told = all.findIndex(({ text }) => text.includes('不可见字符'))
      expect(all.findIndex(({ kind, text }) => kind === 'own' && text.includes('第一 段'))).toBeLessThan(told)
    }),
  )

  test(
    'is told once and no ordinary one is',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.tap('开始填报')
      await visitor.say('第一段。')
      expect((await visitor.all()).map(({ text }) => text).join()).not.toContain('不可见字符')
    }),
  )
})
