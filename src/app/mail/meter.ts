// Counts calls against a rate. It waits for nothing and knows no clock: instants, of elapsed time, are handed in.

import type { Rate } from '../ports/channel.ts'

export type Meter = {
  /**
   * How long one more call must wait. `evenly` keeps one of those that may go at once for others; the rest make up for
   * timers that are late.
   */
  readonly waitMs: (now: number, evenly?: boolean) => number
  /** A call is made at this instant. */
  readonly count: (now: number) => void
}

/** The generic cell rate algorithm (ITU-T I.371): the rate's own next instant, and how far ahead of it calls may be. */
export const createMeter = ({ everyMs, burst }: Rate): Meter => {
  let next = Number.NEGATIVE_INFINITY
  return {
    waitMs: (now, evenly = false) =>
      Math.max(0, next - everyMs * (evenly ? Math.max(0, burst - 1) : burst) - now),
    count: now => {
      next = Math.max(next, now) + everyMs
    },
  }
}
