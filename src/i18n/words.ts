// Keys to words in one language. zh-CN has the keys; another language must have them all (a test compares).

import i18next from 'i18next'
import enBot from '../../locales/en/bot.json' with { type: 'json' }
import enFindings from '../../locales/en/findings.json' with { type: 'json' }
import zhBot from '../../locales/zh-CN/bot.json' with { type: 'json' }
import zhFindings from '../../locales/zh-CN/findings.json' with { type: 'json' }
import { fill, type Params } from './fill.ts'
import { type FormWords, formWords } from './form-words.ts'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export type BotKey = keyof typeof zhBot
export type FindingKey = keyof typeof zhFindings

export type Words = {
  readonly locale: Locale
  /** The bot's voice. */
  readonly say: (key: BotKey, params?: Params) => string
  /** One message per problem, by the rule's number. */
  readonly finding: (rule: FindingKey, params: Params) => string
  /** Questions, help and short names of a form's cells. */
  readonly form: FormWords
}

/** The words of a locale; made once per process. */
export const createWords = (locale: Locale): Words => {
  const instance = i18next.createInstance({
    lng: locale,
    fallbackLng: 'zh-CN',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {
      'zh-CN': { bot: zhBot, findings: zhFindings },
      en: { bot: enBot, findings: enFindings },
    },
    initAsync: false,
  })
  void instance.init()
  // i18next finds the words of a key, once; we fill them in, which is done for every line of every message.
  const found = { bot: new Map<string, string>(), findings: new Map<string, string>() }
  const wordsOf = (ns: keyof typeof found, key: string): string => {
    const words = found[ns].get(key) ?? instance.t(key, { ns, skipInterpolation: true })
    found[ns].set(key, words)
    return words
  }
  return {
    locale,
    say: (key, params = {}) => fill(wordsOf('bot', key), params),
    finding: (rule, params) => fill(wordsOf('findings', rule), params),
    form: formWords(locale),
  }
}
