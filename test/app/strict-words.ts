// The words of a locale, which refuse a message when one of its places is given nothing: in use it would stay empty in silence.

import type { Params } from '../../src/i18n/fill.ts'
import { createWords, type Locale, type Words } from '../../src/i18n/words.ts'

export const strictWords = (locale: Locale): Words => {
  const words = createWords(locale)
  /** Fills each place with itself, so that the message comes back as it is written. */
  const itself: Params = new Proxy({}, { get: (_, name) => `{{${String(name)}}}` })
  const check = (key: string, written: string, params: Params): void => {
    const left = [...written.matchAll(/\{\{(\w+)\}\}/g)].filter(([, name = '']) => !(name in params))
    if (left.length > 0) throw new Error(`${key}: nothing for ${left.map(([place]) => place).join()}`)
  }
  return {
    ...words,
    say: (key, params = {}) => {
      check(key, words.say(key, itself), params)
      return words.say(key, params)
    },
    finding: (key, params) => {
      check(key, words.finding(key, itself), params)
      return words.finding(key, params)
    },
  }
}
