// The words of the command line in one language; of the bot's own words see words.ts. zh-CN has the keys.

import en from '../../locales/en/cli.json' with { type: 'json' }
import zh from '../../locales/zh-CN/cli.json' with { type: 'json' }
import { fill, type Params } from './fill.ts'
import type { Locale } from './words.ts'

export type CliKey = keyof typeof zh
export type CliWords = (key: CliKey, params?: Params) => string

const books: Readonly<Record<Locale, Readonly<Record<CliKey, string>>>> = { 'zh-CN': zh, en }

/** The words of a locale; what a parameter holds is taken as it is. */
export const createCliWords =
  (locale: Locale): CliWords =>
  (key, params = {}) =>
    fill(books[locale][key], params)

/** Whether there are words for a key that was put together at run time. */
export const isCliKey = (key: string): key is CliKey => Object.hasOwn(zh, key)
