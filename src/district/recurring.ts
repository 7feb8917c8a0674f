// When something that recurs is due next. Pure: the instant and the district's zone are arguments, and the zone of the
// machine has no part in it.

import { tzOffset } from '@date-fns/tz'
import { dateIn } from './date-in.ts'

export type Recurring =
  | { readonly type: 'every'; readonly seconds: number }
  /** `HH:MM` of each day, as clocks in the district show it. */
  | { readonly type: 'daily'; readonly time: string }

/** Each so many seconds, a whole number, counted from the epoch: every process finds the same instants. */
export const every = (seconds: number): Recurring => {
  if (!Number.isSafeInteger(seconds) || seconds < 1) throw new RangeError(`every ${seconds} seconds`)
  return { type: 'every', seconds }
}

/** Once a day at `HH:MM`, 00:00 to 23:59. */
export const daily = (time: string): Recurring => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`daily at ${time}`)
  return { type: 'daily', time }
}

/** The first instant after `at` (epoch milliseconds) at which it is due in a zone such as `Asia/Shanghai`. */
export const nextAfter = (when: Recurring, zone: string, at: number): number => {
  if (when.type === 'every') return (Math.floor(at / (when.seconds * second)) + 1) * when.seconds * second
  const today = Date.parse(dateIn(zone, at))
  // A zone that crossed the date line has left a day out, so two days ahead may be the next.
  for (let ahead = -1; ; ahead += 1) {
    const due = instantOf(zone, today + ahead * day + timeOf(when.time))
    if (due > at) return due
  }
}

/**
 * The next instant after a turn that was due at `at` and is done at `now`. Of instants that nobody was awake for, the last
 * are made up for; a clock that runs a day ahead passes over none.
 */
export const nextTurn = (when: Recurring, zone: string, at: number, now: number): number =>
  nextAfter(when, zone, Math.max(at, now - longestBetween(when)))

/** Whether a next instant lies so far ahead that the clock that set it was wrong: by more than a day where it is daily. */
export const isBeyond = (when: Recurring, at: number, now: number): boolean =>
  at > now + 3 * longestBetween(when)

/** From one instant to the next, in milliseconds; on one day of the year clocks go back an hour. */
const longestBetween = (when: Recurring): number =>
  when.type === 'every' ? when.seconds * second : 25 * hour

const second = 1_000
const hour = 3_600_000
const day = 86_400_000

const timeOf = (time: string): number => Date.parse(`1970-01-01T${time}:00Z`)

/**
 * The instant at which clocks of the zone show this, given as if it were UTC. A time that is shown twice when clocks go
 * back is the first of both; one that is left out when they go ahead is as much later as they go.
 */
const instantOf = (zone: string, shown: number): number => {
  const offsetAt = (instant: number): number => tzOffset(zone, new Date(instant)) * 60_000
  const [before, after] = [offsetAt(shown - day), offsetAt(shown + day)]
  const [first, last] = [shown - before, shown - after]
  return offsetAt(first) !== before && offsetAt(last) === after ? last : first
}
