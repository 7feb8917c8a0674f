// The environment: what is not set has its default, what is wrong is named in the language that is set.

import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/main/config.ts'

describe('a variable that is set to nothing', () => {
  const names = Object.keys({ ...readConfig({}), PUBLIC_URL: '', TELEGRAM_BOT_TOKEN: '' })

  test.each([...names, 'TELEGRAM_WEBHOOK_SECRET'])('%s is not set', name => {
    for (const nothing of ['', ' ', '\t']) expect(readConfig({ [name]: nothing })).toEqual(readConfig({}))
  })
})

test('a key of the audit that is empty is refused: with none at all one is made', () => {
  for (const nothing of ['', ' ', '\t'])
    expect(() => readConfig({ AUDIT_KEY: nothing })).toThrow('AUDIT_KEY：至少 16 个字符')
})

describe('a variable that is wrong is named, with its reason and without its value:', () => {
  test.each([
    ['PORT', '99999', 'whole number'],
    ['PORT', 'x9', 'whole number'],
    ['PUBLIC_URL', 'ftp://x9', 'address'],
    ['TELEGRAM_BOT_TOKEN', 'x9', 'token'],
    ['TELEGRAM_WEBHOOK_SECRET', 'x9!', 'comma'],
    ['TELEGRAM_API_ROOT', 'x9', 'address'],
    ['TELEGRAM_API_ROOT', 'ftp://x9.example', 'address'],
    ['TELEGRAM_API_ROOT', 'file:///x9', 'address'],
    ['TELEGRAM_API_ROOT', 'https://user:x9@api.example', 'name and a password'],
    ['TELEGRAM_API_ROOT', 'http://x9@api.example', 'name and a password'],
    ['PUBLIC_URL', 'https://user:x9@bot.example', 'name and a password'],
    ['TIMEZONE', 'x9', 'zone'],
    ['AUDIT_KEY', 'x9', '16'],
    ['SETUP_CODE', 'x9 is too short', '16'],
  ])('%s', (name, value, why) => {
    const read = () => readConfig({ [name]: value, LOCALE: 'en' })
    expect(read).toThrow(/^The environment is not right:\n/)
    expect(read).toThrow(`\n${name}: `)
    expect(read).toThrow(why)
    expect(read).not.toThrow(value)
    expect(() => readConfig({ [name]: value })).toThrow(/^环境变量有误：\n/)
  })

  test('a token without a secret', () => {
    expect(() => readConfig({ TELEGRAM_BOT_TOKEN: '1:a' })).toThrow('TELEGRAM_WEBHOOK_SECRET：设置令牌')
  })

  test('a language that there is not', () => {
    expect(() => readConfig({ LOCALE: 'fr' })).toThrow('LOCALE：只能是 zh-CN、en')
  })
})
