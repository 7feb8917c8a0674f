// The day that is named in words: 1月25日, 25号, three days more. Pure.

import { addDays, mondayOf } from '../../../district/days.ts'
import { isDay } from '../../../district/is-day.ts'
import type { Words } from '../../../i18n/words.ts'

/** How many days more a sign of the books means. */
const steps = [1, 2, 3, 5, 7] as const

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const

/** `today` and `due` are days; more days are counted from `due`. Null where none is named, or the date does not exist. */
export const dayHeard = (
  words: Pick<Words, 'desk' | 'say'>,
  said: string,
  { today, due }: { readonly today: string; readonly due: string },
): string | null => {
  const text = said.normalize('NFKC').toLowerCase()
  const named = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  if (named !== undefined) return isDay(named) ? named : null
  const [months, days] = [words.desk('heard.month'), words.desk('heard.day')]
  const found = new RegExp(`(?:(\\d{1,2})(?:${months}))?(\\d{1,2})(?:${days})`, 'u').exec(text)
  if (found) return nextDate(today, found[1], found[2] ?? '')
  const weekday = weekdays.find(each => text.includes(words.say(`weekday.${each}`)))
  if (weekday !== undefined) {
    const isNext = words
      .desk('heard.next-week')
      .split('|')
      .some(word => text.includes(word))
    const monday = addDays(mondayOf(today), isNext ? 7 : 0)
    const date = addDays(monday, (weekday + 6) % 7)
    return isNext || date >= today ? date : addDays(date, 7)
  }
  const step = steps.find(each =>
    words
      .desk(`heard.more.${each}`)
      .split('|')
      .some(word => text.includes(word)),
  )
  return step === undefined ? null : addDays(due, step)
}

/** The first such date that is not over: of this month or the next, of this year or the next. */
const nextDate = (today: string, month: string | undefined, day: string): string | null => {
  const [year = 0, thisMonth = 0] = today.split('-').map(Number)
  const at = (of: number, months: number): string =>
    `${of + Math.floor((months - 1) / 12)}-${two(((months - 1) % 12) + 1)}-${two(day)}`
  const tried =
    month === undefined
      ? [at(year, thisMonth), at(year, thisMonth + 1)]
      : [at(year, Number(month)), at(year + 1, Number(month))]
  return tried.find(date => isDay(date) && date >= today) ?? null
}

const two = (number: string | number): string => String(number).padStart(2, '0')
