// Days as options of commands.

import { isDay } from '../../district/is-day.ts'
import { type CommandContext, refusal } from './command-context.ts'

/** A day, `YYYY-MM-DD`; null where none is given. */
export const readDay = ({ say }: Pick<CommandContext, 'say'>, typed: string | undefined): string | null => {
  if (typed === undefined) return null
  if (!isDay(typed)) throw refusal(say('usage.day', { what: typed }))
  return typed
}

/** The day itself; refused where it is still to come. */
export const pastDay = ({ say }: Pick<CommandContext, 'say'>, day: string, today: string): string => {
  if (day > today) throw refusal(say('usage.day-ahead', { day, today }))
  return day
}
