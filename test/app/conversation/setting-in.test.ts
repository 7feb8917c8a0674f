// Settings of a unit's documents in a message, and messages that are none.

import { describe, expect, test } from 'vitest'
import { settingIn } from '../../../src/app/conversation/setting-in.ts'
import { createWords } from '../../../src/i18n/words.ts'

const [zh, en] = [createWords('zh-CN'), createWords('en')]

describe('a setting', () => {
  test.each([
    ['设置联系方式 地址：青石路1号，电话：000-0000', { contact: '地址：青石路1号，电话：000-0000' }],
    ['设置 联系方式：电话000-0000', { contact: '电话000-0000' }],
    ['设置联系方式 无', { contact: null }],
    ['设置落款 青石镇人民政府', { closes: true, signs: '青石镇人民政府' }],
    ['设置 落款：有', { closes: true }],
    ['设置落款 不要', { closes: false }],
  ])('%s', (text, set) => {
    expect(settingIn(zh, text)).toEqual(set)
  })

  test.each(['设置', '设置落款', '设置公开专栏3个', '联系方式 电话000-0000', '53'])('%s is none', text => {
    expect(settingIn(zh, text)).toBeNull()
  })

  test('in English', () => {
    expect(settingIn(en, 'Settings contact 电话：000-0000')).toEqual({ contact: '电话：000-0000' })
    expect(settingIn(en, 'settings closing no')).toEqual({ closes: false })
  })
})
