// Keys to words in one language. zh-CN has the keys; another language must have them all (a test compares).

import i18next from 'i18next'
import enBot from '../../locales/en/bot.json' with { type: 'json' }
import enFindings from '../../locales/en/findings.json' with { type: 'json' }
import zhBot from '../../locales/zh-CN/bot.json' with { type: 'json' }
import zhFindings from '../../locales/zh-CN/findings.json' with { type: 'json' }
import { type FormWords, formWords } from './form-words.ts'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export type BotKey = keyof typeof zhBot
export type FindingKey = keyof typeof zhFindings
export type Params = Readonly<Record<string, string | number>>

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
  const plain = new Map<BotKey, string>()
  return {
    locale,
    say: (key, params) => {
      if (params) return instance.t(key, { ns: 'bot', ...params })
      const said = plain.get(key) ?? instance.t(key, { ns: 'bot' })
      plain.set(key, said)
      return said
    },
    finding: (rule, params) => instance.t(rule, { ns: 'findings', ...params }),
    form: formWords(locale),
  }
}
