// The books of the forms, by language and form id. A new form adds its line in each language here.

import en2019 from '../../locales/en/forms/disclosure-2019.json' with { type: 'json' }
import en2021 from '../../locales/en/forms/disclosure-2021.json' with { type: 'json' }
import zh2019 from '../../locales/zh-CN/forms/disclosure-2019.json' with { type: 'json' }
import zh2021 from '../../locales/zh-CN/forms/disclosure-2021.json' with { type: 'json' }

export type Entry = Readonly<
  Partial<Record<'ask' | 'pick' | 'help' | 'name' | 'standard' | 'sentence', string>>
>
type Entries = Readonly<Record<string, Entry>>

/** The words of one form's cells, rows (`requests.received`), columns (`requests.*.natural`), gates, texts, sections. */
export type FormBook = {
  readonly cells: Entries
  readonly rows: Entries
  readonly columns: Entries
  readonly gates: Entries
  readonly texts: Entries
  readonly sections: Entries
}

export type FormBooks = Readonly<Record<string, FormBook>>

export const formBooks = {
  'zh-CN': { 'disclosure-2019': zh2019, 'disclosure-2021': zh2021 },
  en: { 'disclosure-2019': en2019, 'disclosure-2021': en2021 },
} satisfies Readonly<Record<string, FormBooks>>
