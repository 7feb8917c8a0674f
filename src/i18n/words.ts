// Keys to words in one language: the one loader over all books. It fills in and never translates or joins.

import { books } from './books.ts'
import { fill, type Params } from './fill.ts'
import { type FormBooks, formBooks } from './form-books.ts'
import { type FormWords, formWords } from './form-words.ts'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

type Book = keyof (typeof books)['zh-CN']
type KeyOf<Name extends Book> = keyof (typeof books)['zh-CN'][Name] & string
export type BotKey = KeyOf<'bot'>
export type CliKey = KeyOf<'cli'>
export type FindingKey = KeyOf<'findings'>

/** The words of a key; a parameter is taken as it is, never read for places of its own. */
export type Say<Key extends string> = (key: Key, params?: Params) => string

export type Words = {
  readonly locale: Locale
  /** The bot's voice. */
  readonly say: Say<BotKey>
  /** The words of the web pages. */
  readonly web: Say<KeyOf<'web'>>
  /** The words of the command line. */
  readonly cli: Say<CliKey>
  /** One message per problem, by the rule's number. */
  readonly finding: (rule: FindingKey, params: Params) => string
  /** Questions, help and short names of a form's cells. */
  readonly form: FormWords
}

/** What pages need of the words. */
export type WebWords = { readonly locale: Locale; readonly say: Words['web'] }

/** The words of a locale, made once per process. `more.forms` are books besides those of the known forms, by form id. */
export const createWords = (locale: Locale, more: { readonly forms?: FormBooks } = {}): Words => {
  const { bot, web, cli, findings } = books[locale]
  return {
    locale,
    say: sayFrom(bot),
    web: sayFrom(web),
    cli: sayFrom(cli),
    finding: sayFrom(findings),
    form: formWords({ ...formBooks[locale], ...more.forms }),
  }
}

const sayFrom =
  <Key extends string>(book: Readonly<Record<Key, string>>): Say<Key> =>
  (key, params = {}) =>
    fill(book[key], params)

/** Whether the command line has words for a key that was put together at run time. */
export const isCliKey = (key: string): key is CliKey => Object.hasOwn(books['zh-CN'].cli, key)
