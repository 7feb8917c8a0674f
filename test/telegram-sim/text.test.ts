// Texts, HTML and entities: what Telegram refuses, with its words, and what it makes of the rest.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call } from './fake-bot.ts'
import { startTelegramSim, type TelegramSim } from './start-telegram-sim.ts'
import type { Fields } from './types.ts'

let sim: TelegramSim

beforeEach(async () => {
  sim = await startTelegramSim()
  sim.user({ id: 1, name: 'Li' }).start()
})

afterEach(() => sim.stop())

const say = (text: string, rest: Fields = {}) => call(sim, 'sendMessage', { chat_id: 1, text, ...rest })
const html = (text: string) => say(text, { parse_mode: 'HTML' })

describe('texts', () => {
  test.each([
    ['', 'Bad Request: message text is empty'],
    [' \n ', 'Bad Request: text must be non-empty'],
    ['a'.repeat(4097), 'Bad Request: message is too long'],
    ['😀'.repeat(2049), 'Bad Request: message is too long'],
    ['字'.repeat(10_923), 'Bad Request: text is too long'],
    ['\ud83d', 'Bad Request: strings must be encoded in UTF-8'],
  ])('refuses a bad text (case %#)', async (text, description) => {
    expect(await say(text)).toMatchObject({ status: 400, ok: false, error_code: 400, description })
  })

  test('accepts 4,096 units and trims what it stores', async () => {
    expect((await say(`  ${'字'.repeat(4096)}\n`)).result.text).toBe('字'.repeat(4096))
    expect((await html(`<b>${'a'.repeat(4096)}</b>`)).ok).toBe(true)
    sim.assertClean()
  })

  test.each([
    ['<b>a', `Can't find end tag corresponding to start tag "b"`],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['字<div>a</div>', 'Unsupported start tag "div" at byte offset 3'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href=x"y>a</a>', 'Unexpected end of name token at byte offset 8'],
  ])('refuses the HTML %s', async (text, reason) => {
    expect((await html(text)).description).toBe(`Bad Request: can't parse entities: ${reason}`)
  })

  test('reads the whole subset of HTML', async () => {
    const { result } = await html(
      '<b>a</b><i>b</i><u>c</u><s>d</s><code>e</code><pre>f</pre><a href="https://x.cn/?a=1&amp;b=2">g</a>' +
        '<blockquote expandable>h\n😀</blockquote><tg-spoiler>i</tg-spoiler><span class="tg-spoiler">j</span>' +
        '<strong>k</strong>&lt;&gt;&amp;&quot;&#23383;&#x5b57;&nbsp;',
    )
    expect(result.text).toBe('abcdefgh\n😀ijk<>&"字字&nbsp;')
    expect((result.entities as Fields[]).map(({ type, offset, length }) => [type, offset, length])).toEqual([
      ['bold', 0, 1],
      ['italic', 1, 1],
      ['underline', 2, 1],
      ['strikethrough', 3, 1],
      ['code', 4, 1],
      ['pre', 5, 1],
      ['text_link', 6, 1],
      ['expandable_blockquote', 7, 4],
      ['spoiler', 11, 1],
      ['spoiler', 12, 1],
      ['bold', 13, 1],
    ])
    expect((result.entities as Fields[])[6]?.url).toBe('https://x.cn/?a=1&b=2')
  })

  test.each([
    [
      [{ type: 'bold', offset: 0, length: 9 }],
      'entity beginning at UTF-16 offset 0 ends after the end of the text',
    ],
    [[{ type: 'bold', offset: 9, length: 1 }], 'entity begins after the end of the text at UTF-16 offset 9'],
    [[{ type: 'bold', offset: 2, length: 1 }], 'entity begins in a middle of a UTF-16 symbol'],
    [[{ type: 'bold', offset: 0, length: 2 }], 'ends in a middle of a UTF-16 symbol'],
    [[{ type: 'bold', offset: -1, length: 2 }], 'receive an entity with incorrect offset -1'],
    [[{ type: 'blink', offset: 0, length: 1 }], "can't parse MessageEntity: Unsupported type specified"],
    [[{ type: 'bold', offset: 0 }], `can't parse MessageEntity: Can't find field "length"`],
  ])('refuses bad entities (case %#)', async (entities, reason) => {
    expect((await say('a😀b', { entities })).description).toContain(`Bad Request: `)
    expect((await say('a😀b', { entities })).description).toContain(reason)
  })

  test('moves entities along when it trims', async () => {
    const { result } = await say('\n ab ', { entities: [{ type: 'bold', offset: 2, length: 3 }] })
    expect(result).toMatchObject({ text: 'ab', entities: [{ type: 'bold', offset: 0, length: 2 }] })
  })
})
