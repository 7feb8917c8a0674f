// The words of the website report, and a catalogue and voices that know it beside the disclosure report.

import { createCatalog } from '../../../src/forms/catalog.ts'
import { disclosure } from '../../../src/forms/disclosure/disclosure.ts'
import { createWords, type Locale, type Words } from '../../../src/i18n/words.ts'
import { website } from './website.ts'
import en from './words.en.json' with { type: 'json' }
import zh from './words.zh-CN.json' with { type: 'json' }

export const both = createCatalog([disclosure, website])

const books = { 'zh-CN': zh, en } as const

/** The words of a locale with the website report's books. */
export const wordsOfBoth = (locale: Locale): Words =>
  createWords(locale, {
    obligations: { website: books[locale].obligation },
    forms: { 'website-2020': books[locale].form },
  })
