// The hours in which a message may ring: mornings and afternoons of working days, never over lunch, and on the eve of a
// long holiday only before eleven, when many have left (the office's rules, 2.1 and 2.5). Minutes of the day.

import { firstWorkingDay } from '../count-working-days.ts'
import { addDays } from '../days.ts'
import { weekdayOf } from '../weekday.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import type { Moment } from './moment.ts'

const at = (hour: number, minute = 0): number => hour * 60 + minute

const [opens, lunch, afternoon, closes, eveCloses] = [at(9), at(11, 30), at(14, 30), at(17), at(11)]
const [firstRing, lateFirstRing] = [at(9, 30), at(10)]

/** Whether anything may go out by itself on a date. */
export const isOpenDay = ({ works, isSilent }: WorkCalendar, date: string): boolean =>
  works(date) && !isSilent(date)

/** Whether a message may ring at a moment: in the morning or the afternoon, on the eve of a long holiday before eleven. */
export const isRingTime = (calendar: WorkCalendar, { date, time }: Moment): boolean =>
  isOpenDay(calendar, date) &&
  (calendar.isEve(date)
    ? time >= opens && time < eveCloses
    : (time >= opens && time < lunch) || (time >= afternoon && time < closes))

/** The times of a day at which nudges are planned anew, in their order; `openings` are moments of campaigns. */
export const planTimes = (
  calendar: WorkCalendar,
  date: string,
  openings: readonly Moment[],
): readonly number[] => {
  const today = openings.filter(each => each.date === date).map(({ time }) => time)
  const times = [opens, firstTime(calendar, date), afternoon, ...today]
  return [...new Set(times)].filter(time => isRingTime(calendar, { date, time })).toSorted((a, b) => a - b)
}

/** The first moment of the afternoon of a date. */
export const afternoonOf = (date: string): Moment => ({ date, time: afternoon })

/** When the first scheduled message of a day goes out: after the Monday meeting, and late after a long holiday. */
export const firstTime = ({ isReturn }: WorkCalendar, date: string): number =>
  weekdayOf(date) === 1 || isReturn(date) ? lateFirstRing : firstRing

/** Up to when a scheduled message may still go out on a day. */
export const lastTime = (calendar: WorkCalendar, date: string): number =>
  calendar.isEve(date) || isWeekend(date) ? eveCloses : closes

/** The time itself, or the end of the lunch that it falls into. */
const afterLunch = (time: number): number => (time >= lunch && time < afternoon ? afternoon : time)

/** When the message of a return rings, made at a moment: at once in the hours, otherwise at the next opening of them. */
export const ringOf = (calendar: WorkCalendar, { date, time }: Moment, atOnce: boolean): Moment => {
  if (atOnce) return { date, time }
  const closing = calendar.isEve(date) ? eveCloses : closes
  if (isOpenDay(calendar, date) && time <= closing) return { date, time: afterLunch(Math.max(time, opens)) }
  const next = firstOpenDay(calendar, addDays(date, 1))
  return { date: next, time: calendar.isReturn(next) ? lateFirstRing : opens }
}

/** Whether an act that is told at this moment rings at once. */
export const isReturnTime = (calendar: WorkCalendar, moment: Moment): boolean => {
  const ring = ringOf(calendar, moment, false)
  return ring.date === moment.date && ring.time === moment.time
}

/** When the opening goes out: at the moment itself in the hours, otherwise at the first time of the next open day. */
export const openingOf = (calendar: WorkCalendar, { date, time }: Moment): Moment => {
  const first = firstTime(calendar, date)
  if (isOpenDay(calendar, date) && time <= lastTime(calendar, date))
    return { date, time: afterLunch(Math.max(time, first)) }
  const next = firstOpenDay(calendar, addDays(date, 1))
  return { date: next, time: firstTime(calendar, next) }
}

/** The first day on or after a date on which anything may go out by itself. */
export const firstOpenDay = (calendar: WorkCalendar, date: string): string => {
  const day = firstWorkingDay(calendar, date)
  return calendar.isSilent(day) ? firstOpenDay(calendar, addDays(day, 1)) : day
}

const isWeekend = (date: string): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6
