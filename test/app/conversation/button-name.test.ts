// Names of buttons as people type them.

import { expect, test } from 'vitest'
import { currentName, withoutBrackets } from '../../../src/app/conversation/button-name.ts'
import { createWords } from '../../../src/i18n/words.ts'

const words = createWords('zh-CN')

test.each([
  ['选好了', '选完了'],
  ['用标准写法', '使用通用表述'],
  ['对，记下', '是，记录'],
  ['加说明', '加注'],
  ['整张表都没有数', '本表均无'],
  ['空白都填 0', '空白均填 0'],
  ['目录', undefined],
])('%s is a button that is now called %s', (said, now) => {
  expect(currentName(words, said)).toBe(now)
})

test.each(['目录', '「目录」', '[目录', '目录】', '【 目录 】'])('%s says the name in the brackets', said => {
  expect(withoutBrackets(said)).toBe('目录')
})
