// What a typed line means, against what stands on the screen.

import { describe, expect, test } from 'vitest'
import { readLine, type TerminalScreen } from '../../../src/channels/terminal/read.ts'
import { card, question } from './messages.ts'

const own = [
  { message: '1', text: '53项' },
  { message: '3', text: '116万元' },
  { message: '5', text: '53项' },
]
const screen = (...shown: TerminalScreen['shown']): TerminalScreen => ({ shown, own })
const gate = card('aa', '有没有？', ['-返回', '✓ 行政许可', '行政处罚', '行政强制', '选完了'])

describe('a line', () => {
  test.each([
    ['53项', { type: 'text', text: '53项' }],
    ['/', { type: 'text', text: '/' }],
    ['第一段\n第二段', { type: 'text', text: '第一段\n第二段' }],
    ['[一段方括号]以后的话', { type: 'text', text: '[一段方括号]以后的话' }],
    ['editorial: 1', { type: 'text', text: 'editorial: 1' }],
    ['/start', { type: 'command', name: 'start', argument: '' }],
    ['/start a-code', { type: 'command', name: 'start', argument: 'a-code' }],
    ['edit 2: 120万元', { type: 'edit', message: '3', text: '120万元' }],
    ['edit "53项"：35项', { type: 'edit', message: '5', text: '35项' }],
    ['edit: 35项', { type: 'edit', message: '5', text: '35项' }],
    ['edit 2: 第一段\n第二段', { type: 'edit', message: '3', text: '第一段\n第二段' }],
    ['edit 9: 35项', { type: 'no-message', said: '9' }],
    ['[行政处罚]', { type: 'choice', card: 'aa', number: 2 }],
    ['[行政许可]', { type: 'choice', card: 'aa', number: 1 }],
    ['[✓ 行政许可]', { type: 'choice', card: 'aa', number: 1 }],
    ['[选好]', { type: 'text', text: '[选好]' }],
    ['[行政]', { type: 'text', text: '[行政]' }],
    ['#1', { type: 'choice', card: 'aa', number: 1 }],
    ['#5', { type: 'choice', card: 'aa', number: 0 }],
    ['#6', { type: 'no-button', said: '#6' }],
  ])('%j is read as %j', (line, said) => {
    expect(readLine(line, screen(gate))).toEqual(said)
  })
})

describe('a button', () => {
  test('is known by its first words when only one begins with them', () => {
    const values = card('aa', '哪一项？', ['新收 6', '新收 · 总计 6', '予以公开 3'])
    expect(readLine('[予以公开]', screen(values))).toEqual({ type: 'choice', card: 'aa', number: 2 })
    expect(readLine('[新收]', screen(values))).toEqual({ type: 'text', text: '[新收]' })
  })

  test('of the newest card comes first, and one of an older card can still be pressed', () => {
    const newer = card('bb', '是哪几类？', ['行政许可'])
    expect(readLine('[行政许可]', screen(gate, newer))).toEqual({ type: 'choice', card: 'bb', number: 0 })
    expect(readLine('[行政强制]', screen(gate, newer))).toEqual({ type: 'choice', card: 'aa', number: 3 })
  })

  test('below the input field is its words', () => {
    const shown = screen(gate, question('cc', '几件？', ['返回', '稍后填']))
    expect(readLine('[稍后填]', shown)).toEqual({ type: 'text', text: '稍后填' })
    expect(readLine('#1', shown)).toEqual({ type: 'text', text: '返回' })
  })
})
