// Days as options of commands, and as people say them: 1月22日（周五）.

import { isDay } from '../../district/is-day.ts'
import { weekdayOf } from '../../district/weekday.ts'
import { type CommandContext, refusal } from './command-context.ts'

/** A day, `YYYY-MM-DD`; null where none is given. */
export const readDay = ({ say }: Pick<CommandContext, 'say'>, typed: string | undefined): string | null => {
  if (typed === undefined) return null
  if (!isDay(typed)) throw refusal(say('usage.day', { what: typed }))
  return typed
}

export const dayWords = ({ words }: Pick<CommandContext, 'words'>, day: string): string => {
  const date = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', month: 'long', day: 'numeric' })
  return words.cli('day', {
    date: date.format(Date.parse(day)),
    weekday: words.say(`weekday.${weekdayOf(day)}`),
  })
}
