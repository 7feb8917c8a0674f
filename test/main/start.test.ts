// A house starts whole or not at all: a form of the catalogue without words in the locale is told at the start, with
// all that is missing, and never in the middle of a conversation.

import { expect, test } from 'vitest'
import { createSeal } from '../../src/app/audit.ts'
import { isFault } from '../../src/faults.ts'
import { createWords, locales, type Words } from '../../src/i18n/words.ts'
import { realEnvironment } from '../../src/main/environment.ts'
import { createNianbao } from '../../src/main/nianbao.ts'
import { createStore } from '../../src/storage/store.ts'
import { both, wordsOfBoth } from '../forms/website/books.ts'
import zh from '../forms/website/words.zh-CN.json' with { type: 'json' }

const start = (words: Words) => () =>
  createNianbao({
    config: {
      LOCALE: words.locale,
      PUBLIC_URL: undefined,
      TELEGRAM_BOT_TOKEN: undefined,
      TELEGRAM_WEBHOOK_SECRET: undefined,
      TELEGRAM_API_ROOT: '',
    },
    ...{ catalog: both, words, seal: createSeal('a key of the tests') },
    store: createStore({ all: async () => [], batch: async () => [], sharing: 1 }),
    environment: realEnvironment('Asia/Shanghai'),
    log: () => {},
  })

const lackOf = (words: Words): readonly string[] => {
  try {
    start(words)()
  } catch (error) {
    if (isFault(error, 'words-missing')) return error.detail.split('; ')
    throw error
  }
  return []
}

test.each(locales)('with the books of every form in %s it starts', locale => {
  expect(start(wordsOfBoth(locale))).not.toThrow()
})

test.each(locales)('without the books of an obligation and its form in %s it does not start', locale => {
  expect(lackOf(createWords(locale))).toEqual(
    expect.arrayContaining([`${locale}: no words for website`, 'no words for website-2020']),
  )
})

test('every missing word is told at once: a message of a rule, a question, a name', () => {
  const { W03: _, ...findings } = zh.obligation.findings
  const { 'site.score': __, ...rows } = zh.form.rows
  const { summary: ___, ...texts } = zh.form.texts
  const words = createWords('zh-CN', {
    obligations: { website: { ...zh.obligation, findings } },
    forms: { 'website-2020': { ...zh.form, rows, texts } },
  })
  expect(lackOf(words)).toEqual([
    'zh-CN: no words for W03 of website',
    'no name for summary',
    'no ask for summary',
    'no help for summary',
    'no name for site.score.value',
    'no ask for site.score.value',
    'no help for site.score.value',
  ])
})
