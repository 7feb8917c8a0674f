// How a message looks in a terminal.

import { expect, test } from 'vitest'
import { write } from '../../../src/channels/terminal/write.ts'
import { card, message } from './messages.ts'

test('the words come first, then the buttons, navigation in a row of its own', () => {
  const shown = write(card('a', '✓ 53。|采购总金额？', ['-返回', '有', '没有', '-帮助']), null, null)
  expect(shown).toEqual(['✓ 53。', '采购总金额？', '[有] [没有]', '[返回] [帮助]'])
})

test('rows of buttons are no wider than a terminal', () => {
  const labels = Array.from({ length: 12 }, (_, at) => `第${at}类申请人`)
  const rows = write(card('a', '哪几类？', labels), null, null).slice(1)
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.join(' ').split('] [')).toHaveLength(12)
})

test('what replaces a message is marked', () => {
  const before = card('a', '有没有？', ['有', '没有'])
  expect(write(card('b', '几件？', []), before, null)).toEqual(['✎ 几件？'])
})

test('of a card on which only a tick changed, only the changed buttons are printed', () => {
  const before = card('a', '哪几类？', ['自然人', '商业企业', '都没有', '-返回'])
  const after = card('b', '哪几类？', ['✓ 自然人', '商业企业', '选完了', '-返回'])
  expect(write(after, before, null)).toEqual(['✎ [✓ 自然人] [选完了]'])
})

test('folded words stand behind a bar, a table keeps its columns, a file has its name', () => {
  const shown = message('a', '', {
    lines: [
      { text: '说明一\n说明二', style: 'quote' },
      { text: '新收\n  自然人 1', style: 'table' },
    ],
  })
  expect(write(shown, null, '年报.docx')).toEqual([
    '│ 说明一',
    '│ 说明二',
    '新收',
    '  自然人 1',
    '📄 年报.docx',
  ])
})

test('taking buttons away prints nothing', () => {
  expect(write(message('a', '', { kind: 'close', edits: 'b' }), card('b', '有没有？', ['有']), null)).toEqual(
    [],
  )
})
