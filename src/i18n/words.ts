// Keys to words in one language: the one loader over all books. It fills in and never translates.

import type { Form, ObligationId } from '../engine/form.ts'
import { type BotKey, books, type CliKey, type DeskKey, type DistrictKey, type WebKey } from './books.ts'
import { fill, type Params } from './fill.ts'
import { type FormBooks, formBooks, type ObligationBook } from './form-books.ts'
import { type FormWords, formWords } from './form-words.ts'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** The words of a key; a parameter is taken as it is, never read for places of its own. */
type Say<Key extends string> = (key: Key, params?: Params) => string

export type Words = {
  readonly locale: Locale
  /** The bot's voice. */
  readonly say: Say<BotKey>
  /** The same words with the bot's voice as the form's obligation has it: its own sentence, else the general one. */
  readonly of: (form: Form) => Words
  /** The words of the web pages. */
  readonly web: Say<WebKey>
  /** The words of the command line. */
  readonly cli: Say<CliKey>
  /** The words of the desk, where a district's office asks and acts. */
  readonly desk: Say<DeskKey>
  /** The words of the district: nudges, digests, days. */
  readonly district: Say<DistrictKey>
  /** The names of all reports, for sentences to somebody whose report is not known. */
  readonly reports: string
  /** A message of the form's rules, by its id. */
  readonly finding: (form: Form, message: string, params: Params) => string
  /** Questions, help and short names of a form's cells. */
  readonly form: FormWords
}

/** The words that pages need. */
export type WebWords = Pick<Words, 'locale' | 'reports'> & { readonly say: Words['web'] }

/**
 * The words of a locale, made once per process. `more` are books in this language besides those of the known
 * obligations and forms. Throws for a form or a message without words.
 */
export const createWords = (locale: Locale, more: Partial<FormBooks> = {}): Words => {
  const { bot, web, cli, desk, district } = books[locale]
  const known: FormBooks = formBooks[locale]
  const obligations = { ...known.obligations, ...more.obligations }
  const bookOf = (id: ObligationId): ObligationBook => {
    const book = obligations[id]
    if (!book) throw new Error(`no words for ${id}`)
    return book
  }
  const counted = countsIn(bot.numbers)
  const voices = new Map<Form, Words>()
  const words: Words = {
    locale,
    say: sayFrom(bot),
    of: form => {
      const made = voices.get(form)
      if (made) return made
      const { say: own } = bookOf(form.obligation)
      const counts = counted(form)
      const voice: Words = {
        ...words,
        say: (key, params) => fill(own?.[key] ?? bot[key], { ...counts, ...params }),
      }
      voices.set(form, voice)
      return voice
    },
    web: sayFrom(web),
    cli: sayFrom(cli),
    desk: sayFrom(desk),
    district: sayFrom(district),
    reports: Object.values(obligations)
      .map(({ name }) => name)
      .join(bot.list),
    finding: (form, message, params) => {
      const text = bookOf(form.obligation).findings[message]
      if (text === undefined) throw new Error(`no words for ${message} of ${form.obligation}`)
      return fill(text, { ...counted(form), ...params })
    },
    form: formWords({ ...known.forms, ...more.forms }),
  }
  return words
}

const sayFrom =
  <Key extends string>(book: Readonly<Record<Key, string>>): Say<Key> =>
  (key, params = {}) =>
    fill(book[key], params)

/** How many headed sections and tables a form has: in words where the book has them, else in digits. */
const countsIn = (numbers: string) => {
  const inWords = numbers.split(' ')
  const say = (count: number) => inWords[count] ?? String(count)
  return ({ sections }: Form) => ({
    sections: say(sections.filter(({ heading }) => heading !== null).length),
    tables: say(sections.filter(({ type }) => type === 'table').length),
  })
}
