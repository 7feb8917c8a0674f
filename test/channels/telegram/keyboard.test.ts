// Where buttons stand: two or three in a row by their length, the navigation last or below the input field.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyboardOf, rowsOf } from '../../../src/channels/telegram/keyboard.ts'
import { cardId, choices, navigation, outgoing } from './fixtures.ts'

const laidOut = (labels: readonly string[]) =>
  rowsOf(labels.map(label => ({ label }))).map(row => row.map(({ label }) => label))

describe('the buttons of a card', () => {
  test('stand two or three in a row, by their length, in their order', () => {
    const labels = [
      '行政许可',
      '行政处罚',
      '行政强制',
      '行政事业性收费',
      '政府集中采购',
      '规范性文件',
      '规章（一般没有）',
      '均无',
      '选完了',
    ]
    expect(laidOut(labels)).toEqual([
      ['行政许可', '行政处罚', '行政强制'],
      ['行政事业性收费', '政府集中采购'],
      ['规范性文件'],
      ['规章（一般没有）'],
      ['均无', '选完了'],
    ])
  })

  test.each([
    [['有', '没有'], [['有', '没有']]],
    [
      ['新收 6', '公开 3', '结转 0', '其他格'],
      [
        ['新收 6', '公开 3'],
        ['结转 0', '其他格'],
      ],
    ],
    [
      ['2026年未收取信息处理费', '收取了'],
      [['2026年未收取信息处理费'], ['收取了']],
    ],
    [['1', '2', '3', '4'], [['1', '2', '3', '4']]],
    [[], []],
  ])('%j', (labels, rows) => {
    expect(laidOut(labels)).toEqual(rows)
  })

  test('stay where they are when they are ticked', () => {
    const label = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('甲', '乙', 'a', '1') })
    fc.assert(
      fc.property(fc.array(fc.tuple(label, fc.boolean()), { maxLength: 20 }), items => {
        const shape = (ticked: boolean) =>
          laidOut(items.map(([text, on]) => (ticked && on ? `✓ ${text}` : text))).map(row => row.length)
        expect(shape(true)).toEqual(shape(false))
      }),
    )
  })

  test('keep the navigation for the last row', () => {
    const card = outgoing({ kind: 'ask', choices: [...choices([], navigation), ...choices(['有', '没有'])] })
    expect(keyboardOf(card)).toMatchObject({
      inline_keyboard: [
        [{ text: '有' }, { text: '没有' }],
        [{ text: '返回' }, { text: '稍后' }, { text: '帮助' }],
      ],
    })
  })

  test('say their card and number in at most 64 bytes', () => {
    const card = outgoing({ kind: 'ask', choices: [{ number: 9999, label: '长'.repeat(80), nav: false }] })
    const keyboard = keyboardOf(card)
    const data =
      keyboard !== null && 'inline_keyboard' in keyboard ? keyboard.inline_keyboard[0]?.[0] : undefined
    expect(data).toMatchObject({ callback_data: `${cardId}.9999` })
  })
})

describe('the keyboard of a typed question', () => {
  test('is the navigation below the input field, with an example in it', () => {
    const asked = outgoing({
      kind: 'ask',
      choices: choices([], navigation),
      input: { type: 'money', placeholder: '如 116万元' },
    })
    expect(keyboardOf(asked)).toEqual({
      keyboard: [[{ text: '返回' }, { text: '稍后' }, { text: '帮助' }]],
      resize_keyboard: true,
      is_persistent: true,
      input_field_placeholder: '如 116万元',
    })
  })

  test('cuts an example of more than 64 units before a surrogate pair, and leaves out an empty one', () => {
    const asked = (placeholder: string) =>
      keyboardOf(outgoing({ choices: choices([], navigation), input: { type: 'text', placeholder } }))
    expect(asked(`${'x'.repeat(63)}🙂`)).toMatchObject({ input_field_placeholder: 'x'.repeat(63) })
    expect(asked(' ')).not.toHaveProperty('input_field_placeholder')
  })

  test('is not there without navigation; navigation without an answer to type is a card', () => {
    expect(keyboardOf(outgoing({ input: { type: 'text', placeholder: '' } }))).toBeNull()
    expect(keyboardOf(outgoing({ choices: choices([], navigation) }))).toHaveProperty('inline_keyboard')
  })
})
