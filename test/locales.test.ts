// The bot's voice and the words of its checks: both languages say the same things, and none is left unsaid. The
// words of the forms have their own tests (forms/words.test.ts); here only that the files are there and alike.

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalog } from '../src/forms/catalog.ts'
import type { Obligation } from '../src/forms/obligation.ts'
import { locales } from '../src/i18n/words.ts'

const root = resolve(import.meta.dirname, '../locales')
const read = (locale: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(resolve(root, locale, file), 'utf8'))
const filesOf = (locale: string) =>
  readdirSync(resolve(root, locale), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.json'))
    .map(file => file.replaceAll('\\', '/'))
    .sort()

/** Every text of a file by its path. */
const flat = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path} ${key}`))
    : [[path, String(value)]]

const placesIn = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map(match => match[1]))
const withoutPlaces = (text: string) => text.replace(/\{\{\w+\}\}/gu, '')

const files = filesOf('zh-CN')
const voice = Object.fromEntries(locales.map(locale => [locale, flat(read(locale, 'bot.json'))]))
const own = (locale: string, obligation: Obligation, part: 'say' | 'findings') =>
  flat(read(locale, `forms/${obligation.id}.json`)[part] ?? {}, '').filter(([key]) => key !== '')
const findings = Object.fromEntries(
  locales.map(locale => [locale, catalog.obligations.flatMap(each => own(locale, each, 'findings'))]),
)
const saying = (locale: string, key: string) => new Map(voice[locale]).get(key) ?? ''
const typed = (locale: string) =>
  (voice[locale] ?? []).flatMap(([key, list]) =>
    key.startsWith('typed.') ? list.split(' ').map(word => [word, key] as const) : [],
  )

test.each(locales)('%s has every file', locale => {
  expect(filesOf(locale)).toEqual(files)
  expect(readdirSync(root).sort()).toEqual([...locales].sort())
})

describe.each(files)('%s', file => {
  const [chinese = [], english = []] = locales.map(locale => flat(read(locale, file)))

  test('has the same keys in the same order in both languages', () => {
    expect(english.map(([key]) => key)).toEqual(chinese.map(([key]) => key))
  })

  test('fills in the same places in both languages', () => {
    const texts = new Map(english)
    for (const [key, text] of chinese) {
      expect(placesIn(texts.get(key) ?? ''), key).toEqual(placesIn(text))
      // Half a pair of braces would be printed as it stands.
      for (const each of [text, texts.get(key) ?? ''])
        expect(withoutPlaces(each), key).not.toMatch(/\{\{|\}\}/)
    }
  })

  test('leaves nothing empty and no space at an end', () => {
    const texts = [...chinese, ...english]
    // An asking of the desk that is only heard in freer words has none of its own.
    const isSaid = (key: string) => file !== 'desk.json' || !key.startsWith('typed.')
    expect(texts.filter(([key, text]) => text.trim() === '' && isSaid(key))).toEqual([])
    // A separator of a list may end with a space, what follows a number begin with one, and a line of the command line
    // be indented.
    const kept = (key: string) => ['and', 'list', 'names', 'progress.of-them'].includes(key)
    const trimmed = (text: string) => (file === 'cli.json' ? text.trimEnd() : text.trim())
    expect(texts.filter(([key, text]) => trimmed(text) !== text && !kept(key))).toEqual([])
  })
})

describe.each(locales)('in %s', locale => {
  test.each(catalog.obligations)(
    'every message of a rule of $id has words, and no other message has',
    obligation => {
      const carried = obligation.forms.flatMap(form => form.rules.flatMap(rule => rule.messages))
      const messages = own(locale, obligation, 'findings').map(([message]) => message)
      expect(messages).toEqual([...messages].sort())
      expect(messages).toEqual([...new Set(carried)].sort())
    },
  )

  test.each(catalog.obligations)(
    '$id says in its own words only what the bot says, and fills in no other places',
    obligation => {
      for (const [key, text] of own(locale, obligation, 'say')) {
        const counted = ['sections', 'tables']
        const places = [...placesIn(text)].filter(place => !counted.includes(place ?? ''))
        expect(saying(locale, key), key).not.toBe('')
        expect([...placesIn(saying(locale, key))], key).toEqual(expect.arrayContaining(places))
      }
    },
  )

  test.each(['bot.json', 'web.json', 'cli.json'])(
    '%s names no report, no number of parts and no rule',
    book => {
      const texts = flat(read(locale, book))
      const names = catalog.obligations.map(({ id }) => String(read(locale, `forms/${id}.json`).name))
      expect(texts.filter(([, text]) => names.some(name => text.includes(name)))).toEqual([])
      expect(
        texts.filter(([, text]) =>
          /[一二三四五六七八九]个部分|[一二三四五六七八九]张表|\b(?:three|six) (?:tables|parts)\b|\b[A-Z]\d\d/u.test(
            text,
          ),
        ),
      ).toEqual([])
    },
  )

  test('a button has at most twenty characters besides what is filled in', () => {
    const labels = (voice[locale] ?? []).filter(([key]) => key.startsWith('choice.'))
    expect(labels.length).toBeGreaterThan(20)
    expect(labels.filter(([, text]) => [...withoutPlaces(text)].length > 20)).toEqual([])
  })

  test('two buttons that may stand together never read the same', () => {
    const labels = (voice[locale] ?? []).filter(
      ([key, text]) => key.startsWith('choice.') && placesIn(text).size === 0,
    )
    expect(new Set(labels.map(([, text]) => text)).size).toBe(labels.length)
  })

  test('a word that is typed means one thing', () => {
    const words = typed(locale)
    const twice = words.filter(([word], at) => words.findIndex(([other]) => other === word) !== at)
    expect(twice).toEqual([])
    expect(words.filter(([word]) => word === '')).toEqual([])
    // commands.ts looks no further.
    expect(words.filter(([word]) => word.length > 20)).toEqual([])
  })

  test('what every screen has can be typed as its button reads', () => {
    for (const [button, command] of [
      ['back', 'back'],
      ['later', 'later'],
      ['help', 'help'],
      ['continue', 'begin'],
    ]) {
      const words = typed(locale).filter(([, key]) => key === `typed.${command}`)
      expect(
        words.map(([word]) => word),
        button,
      ).toContain(saying(locale, `choice.${button}`))
    }
  })

  test('a button or a typed word is quoted as it is', () => {
    const quoted = (voice[locale] ?? []).flatMap(([key, text]) =>
      [...text.matchAll(/(?:tap |send |点|发)“([^”{]+)”/gu)].map(([, word = '']) => ({ key, word })),
    )
    const buttons = (voice[locale] ?? []).filter(([key]) => key.startsWith('choice.')).map(([, text]) => text)
    const known = [...buttons, ...typed(locale).map(([word]) => word)]
    expect(quoted.length).toBeGreaterThan(5)
    expect(quoted.filter(({ word }) => !known.includes(word))).toEqual([])
  })

  test('a description in the command menu fits into 256 characters and a placeholder into 64', () => {
    for (const [key, text] of voice[locale] ?? []) {
      if (key.startsWith('command.')) expect(text.length, key).toBeLessThanOrEqual(256)
      if (key.startsWith('placeholder.')) expect(text.length, key).toBeLessThanOrEqual(64)
    }
  })
})

describe('the Chinese words', () => {
  test('a typed word is no answer to a question, but for a yes or a no', () => {
    const answers = /^(?:[\d.,+-]+|没有?|都没有|无|有|是|零)$/u
    const found = typed('zh-CN').filter(([word]) => answers.test(word))
    expect(found).toEqual([['是', 'typed.agreed']])
  })

  test('always name the year', () => {
    const texts = voice['zh-CN'] ?? []
    expect(texts.filter(([, text]) => /今年|去年|明年/u.test(text))).toEqual([])
  })

  test('say what people say', () => {
    const texts = [...(voice['zh-CN'] ?? []), ...(findings['zh-CN'] ?? [])]
    expect(texts.filter(([, text]) => /官员|主管|导语/u.test(text))).toEqual([])
  })
})

describe('the English words', () => {
  const english = [...(voice.en ?? []), ...(findings.en ?? [])]

  test('hold Chinese only in quotes: what is typed or printed as it stands', () => {
    const spoken = english.filter(([key]) => !/^typed\.|\.heard\./.test(key))
    expect(spoken.filter(([, text]) => /\p{Script=Han}/u.test(text.replace(/“[^”]*”/gu, '')))).toEqual([])
  })

  test('quote no Chinese button', () => {
    const buttons = (voice['zh-CN'] ?? [])
      .filter(([key]) => key.startsWith('choice.'))
      .map(([, text]) => `“${text}”`)
    expect(english.filter(([, text]) => buttons.some(button => text.includes(button)))).toEqual([])
  })

  test('take everything that is typed in Chinese, too', () => {
    expect(typed('en')).toEqual(expect.arrayContaining([...typed('zh-CN')]))
  })

  test('take a typed word with or without a capital letter', () => {
    const words = typed('en').map(([word]) => word)
    expect(words.filter(word => /^[A-Z]/.test(word) && !words.includes(word.toLowerCase()))).toEqual([])
  })
})
