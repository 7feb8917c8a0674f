// The books of the statutes, by language: one for each obligation, one for each of its forms. A new form or obligation
// adds its line in each language here.

import enDisclosure from '../../locales/en/forms/disclosure.json' with { type: 'json' }
import enDisclosure2019 from '../../locales/en/forms/disclosure-2019.json' with { type: 'json' }
import enDisclosure2021 from '../../locales/en/forms/disclosure-2021.json' with { type: 'json' }
import zhDisclosure from '../../locales/zh-CN/forms/disclosure.json' with { type: 'json' }
import zhDisclosure2019 from '../../locales/zh-CN/forms/disclosure-2019.json' with { type: 'json' }
import zhDisclosure2021 from '../../locales/zh-CN/forms/disclosure-2021.json' with { type: 'json' }
import type { BotKey } from './books.ts'

/** The words of one obligation. Its sentences may name {{sections}} and {{tables}}, counted from the form, in words. */
export type ObligationBook = {
  /** The report as a sentence calls it. */
  readonly name: string
  /** Sentences of the bot that this obligation says in words of its own. */
  readonly say?: Readonly<Partial<Record<BotKey, string>>>
  /** The messages of its rules, by id. */
  readonly findings: Readonly<Record<string, string>>
}

export type Phrases = Readonly<
  Partial<
    Record<'ask' | 'pick' | 'help' | 'name' | 'standard' | 'write' | 'sentence' | 'apart' | 'typed', string>
  >
>
type PhrasesByKey = Readonly<Record<string, Phrases>>

/** The words of one form: its title, its cells, rows (`requests.received`), columns (`requests.*.natural`), gates, texts, sections. */
export type FormBook = {
  /** The report of a {{year}}, without its unit, as its document calls it. */
  readonly title: string
  readonly cells: PhrasesByKey
  readonly rows: PhrasesByKey
  readonly columns: PhrasesByKey
  readonly gates: PhrasesByKey
  readonly texts: PhrasesByKey
  readonly sections: PhrasesByKey
}

/** By the ids of obligations and forms. */
export type FormBooks = {
  readonly obligations: Readonly<Record<string, ObligationBook>>
  readonly forms: Readonly<Record<string, FormBook>>
}

export const formBooks = {
  'zh-CN': {
    obligations: { disclosure: zhDisclosure },
    forms: { 'disclosure-2019': zhDisclosure2019, 'disclosure-2021': zhDisclosure2021 },
  },
  en: {
    obligations: { disclosure: enDisclosure },
    forms: { 'disclosure-2019': enDisclosure2019, 'disclosure-2021': enDisclosure2021 },
  },
} satisfies Readonly<Record<string, FormBooks>>
