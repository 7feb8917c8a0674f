// A long message goes out in pieces that fit, each whole HTML, broken where a reader would break.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../../src/app/message.ts'
import { captionUnits, piecesOf, textUnits } from '../../../src/channels/telegram/pieces.ts'
import { parseHtml } from '../../telegram-sim/html.ts'
import { readMessageText } from '../../telegram-sim/text.ts'
import { line } from './fixtures.ts'

const style = fc.constantFrom<Line['style']>('plain', 'strong', 'quote', 'table')
const unit = fc.oneof(
  { arbitrary: fc.constantFrom('字', '，', '。', '&', '<', '>', '"', '🙂', 'é', ' ', 'a'), weight: 8 },
  { arbitrary: fc.constantFrom('\n', '\r\n', '\ud83d', '</b>', '&amp;', '👨‍👩‍👧', '\u200b'), weight: 1 },
)
const words = fc
  .tuple(fc.array(unit, { maxLength: 40 }), fc.integer({ min: 1, max: 400 }))
  .map(([units, times]) => units.join('').repeat(times))
const lines = fc.array(fc.record({ text: words, style }), { minLength: 1, maxLength: 8 })
const bare = (text: string) => text.toWellFormed().replace(/[\r\n]/g, '')

describe('a message in pieces', () => {
  test('fits Telegram’s limits, is whole HTML, and loses nothing but line ends and blank edges', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(textUnits, captionUnits), (given, units) => {
        const pieces = piecesOf(given, units)
        for (const { html, text } of pieces) {
          expect(text.length).toBeLessThanOrEqual(units)
          expect(Buffer.byteLength(html)).toBeLessThanOrEqual(32_768)
          expect(text.isWellFormed()).toBe(true)
          expect(parseHtml(html).text).toBe(text)
          expect(readMessageText({ text: html, parse_mode: 'HTML' }).text).not.toBe('')
        }
        const letters = (text: string) => text.replace(/[\s\u200b]/g, '')
        expect(pieces.map(piece => letters(piece.text)).join('')).toBe(
          given.map(({ text }) => letters(bare(text))).join(''),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('is one when it fits, to the last unit', () => {
    expect(piecesOf([line('字'.repeat(4096))])).toHaveLength(1)
    expect(piecesOf([line('字'.repeat(4097))])).toHaveLength(2)
    expect(piecesOf([line('字'.repeat(4000)), line('字'.repeat(95))])).toHaveLength(1)
    expect(piecesOf([line('字'.repeat(4000)), line('字'.repeat(96))])).toHaveLength(2)
  })

  test('breaks between paragraphs, then between sentences, then anywhere but inside a character', () => {
    const texts = (text: string) => piecesOf([line(text)]).map(piece => piece.text)
    expect(texts(`${'甲'.repeat(3000)}\n${'乙'.repeat(3000)}`)).toEqual([
      '甲'.repeat(3000),
      '乙'.repeat(3000),
    ])
    expect(texts(`${'甲'.repeat(3000)}。${'乙'.repeat(3000)}`)).toEqual([
      `${'甲'.repeat(3000)}。`,
      '乙'.repeat(3000),
    ])
    expect(texts(`x${'🙂'.repeat(3000)}`)[0]).toBe(`x${'🙂'.repeat(2047)}`)
  })

  test('begins a paragraph that needs several messages in the message before it, under its heading', () => {
    const pieces = piecesOf([line('一、总体情况', 'strong'), line('字'.repeat(20_000))])
    expect(pieces.map(piece => piece.text.length)).toEqual([4096, 4096, 4096, 4096, 3623])
    expect(pieces[0]?.text.startsWith('一、总体情况\n字')).toBe(true)
  })

  test('leaves no heading alone at the end of a message', () => {
    const given = [line('甲'.repeat(4000)), line('二、主动公开', 'strong'), line('乙'.repeat(500))]
    expect(piecesOf(given).map(piece => piece.text)).toEqual([
      '甲'.repeat(4000),
      `二、主动公开\n${'乙'.repeat(500)}`,
    ])
  })

  test('stays under the limit of bytes where tags weigh more than words', () => {
    const given = Array.from({ length: 3000 }, (_, index) => line('&', index % 2 === 0 ? 'quote' : 'table'))
    const pieces = piecesOf(given)
    expect(pieces.length).toBeGreaterThan(1)
    for (const { html } of pieces) expect(Buffer.byteLength(html)).toBeLessThanOrEqual(32_768)
  })

  test.each([
    [[line('<b>&"', 'plain')], '&lt;b&gt;&amp;"'],
    [
      [line('一、总体情况', 'strong'), line('请发送正文，可分条发送。')],
      '<b>一、总体情况</b>\n请发送正文，可分条发送。',
    ],
    [
      [line('第五十条', 'quote'), line('第二款', 'quote')],
      '<blockquote expandable>第五十条\n第二款</blockquote>',
    ],
    [[line('新收 6', 'table'), line('结转 0', 'table')], '<pre>新收 6\n结转 0</pre>'],
    [[line(''), line('有字'), line('')], '有字'],
  ])('is written as escaped HTML: %j', (given, html) => {
    expect(piecesOf(given).map(piece => piece.html)).toEqual([html])
  })

  test('has no piece when there is nothing to read', () => {
    expect(piecesOf([line(' \n\u200b'), line('')])).toEqual([])
    expect(piecesOf([])).toEqual([])
  })
})
