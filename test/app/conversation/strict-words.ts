// The words of a locale, which refuse a message when one of its places is given nothing: in use it would stay empty in
// silence.

import { books } from '../../../src/i18n/books.ts'
import type { Params } from '../../../src/i18n/fill.ts'
import { formBooks } from '../../../src/i18n/form-books.ts'
import { createWords, type Locale, type Words } from '../../../src/i18n/words.ts'

export const strictWords = (locale: Locale): Words => strict(createWords(locale))

const strict = (words: Words): Words => ({
  ...words,
  of: form => strict(words.of(form)),
  say: (key, params = {}) => {
    refuseGaps(key, words.say(key, itself), params)
    return words.say(key, params)
  },
  finding: (form, message, params) => {
    refuseGaps(message, words.finding(form, message, itself), params)
    return words.finding(form, message, params)
  },
})

const place = /\{\{(\w+)\}\}/g
/** Said by the form itself. */
const ofForm = ['sections', 'tables']
/** Fills each place with itself, so that the message comes back as it is written. */
const itself: Params = Object.fromEntries(
  [...JSON.stringify([books, formBooks]).matchAll(place)].flatMap(([written, name = '']) =>
    ofForm.includes(name) ? [] : [[name, written]],
  ),
)

const refuseGaps = (key: string, written: string, params: Params): void => {
  const gaps = [...written.matchAll(place)].filter(([, name = '']) => !(name in params))
  if (gaps.length > 0) throw new Error(`${key}: nothing for ${gaps.map(([gap]) => gap).join()}`)
}
