// The words of the web pages in one language; the bot's own words are in words.ts. zh-CN has the keys.

import en from '../../locales/en/web.json' with { type: 'json' }
import zh from '../../locales/zh-CN/web.json' with { type: 'json' }
import { fill, type Params } from './fill.ts'
import type { Locale } from './words.ts'

type WebKey = keyof typeof zh
export type WebWords = {
  readonly locale: Locale
  readonly say: (key: WebKey, params?: Params) => string
}

const books: Readonly<Record<Locale, Readonly<Record<WebKey, string>>>> = { 'zh-CN': zh, en }

/** The words of a locale; what a parameter holds is taken as it is. */
export const createWebWords = (locale: Locale): WebWords => ({
  locale,
  say: (key, params = {}) => fill(books[locale][key], params),
})
