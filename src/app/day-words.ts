// Days as people say them: 1月22日（周五）.

import { weekdayOf } from '../district/weekday.ts'
import type { Words } from '../i18n/words.ts'

/** A date, `YYYY-MM-DD`, without its year. */
export const dayWords = (words: Pick<Words, 'locale' | 'district' | 'say'>, date: string): string => {
  return words.district('day', {
    date: dateWords(words, date),
    weekday: words.say(`weekday.${weekdayOf(date)}`),
  })
}

/** 1月22日, or 2021年1月22日 `withYear`. */
export const dateWords = ({ locale }: Pick<Words, 'locale'>, date: string, withYear?: 'withYear'): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    ...(withYear && { year: 'numeric' }),
  }).format(Date.parse(date))
