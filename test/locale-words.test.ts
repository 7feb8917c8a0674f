// The Chinese of an office: nothing that the bot says, in chats, on pages and on the command line, is spoken language
// where an office has a term. What people may type is another matter.

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../locales/zh-CN')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.json'))

/** Each struck word, and the word that an office writes in its place. */
const struck = {
  没有数: '没有发生的',
  有数: '有发生',
  没看懂: '未能识别',
  没认出: '未能识别',
  怎么办的: '办理结果',
  没办完: '未办结',
  没审结: '未审结',
  对上了: '勾稽一致',
  对不上: '不一致、不符合勾稽关系、未通过校验',
  记下: '已记录',
  开头说明: '引言',
  标准写法: '通用表述',
  看看要填什么: '目录',
  改一处: '目录',
  写好了: '写完了',
  选好了: '选完了',
  都没有: '均无',
  改数: '更正',
  加说明: '加注',
  接着填: '继续填报',
  请发文字: '请发送正文',
  几个: '几项',
  我: '系统、本单位',
  咱: '系统、本单位',
  对不起: '……失败，已记录',
  抱歉: '……失败，已记录',
  一下: '请……',
  哦: '（不用）',
  吧: '请……',
  啦: '（不用）',
  呢: '（不用）',
  今年: '{{year}}年',
  去年: '{{lastYear}}年',
  312: '未填报的数',
  '116万': '未填报的金额',
} as const

/** Every text with its path but for lists of what people may type. */
const textsOf = (value: unknown, path: readonly string[] = []): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]))
    : path.some(key => /^(typed|heard)(\.|$)/.test(key))
      ? []
      : [[path.join(' '), String(value)]]

const struckIn = (book: unknown) =>
  textsOf(book).flatMap(([key, text]) =>
    Object.keys(struck)
      .filter(word => text.includes(word))
      .map(word => `${key}: ${word} → ${struck[word as keyof typeof struck]}`),
  )

test.each(files)('%s says nothing that an office would not write', file => {
  expect(struckIn(JSON.parse(readFileSync(resolve(root, file), 'utf8')))).toEqual([])
})

describe('a struck word is found', () => {
  test.each(Object.keys(struck))('%s, anywhere but among what people may type', word => {
    expect(struckIn({ 'ask.now': `请${word}。` })).not.toEqual([])
    expect(struckIn({ texts: { overview: { help: `请${word}。` } } })).not.toEqual([])
    expect(struckIn({ 'typed.begin': word, texts: { overview: { typed: word } } })).toEqual([])
  })
})
