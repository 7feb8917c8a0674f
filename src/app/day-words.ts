// Days as people say them: 1月22日（周五）.

import { weekdayOf } from '../district/weekday.ts'
import type { Words } from '../i18n/words.ts'

/** A date, `YYYY-MM-DD`, without its year. */
export const dayWords = (words: Pick<Words, 'locale' | 'district' | 'say'>, date: string): string => {
  const said = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', month: 'long', day: 'numeric' })
  return words.district('day', {
    date: said.format(Date.parse(date)),
    weekday: words.say(`weekday.${weekdayOf(date)}`),
  })
}
