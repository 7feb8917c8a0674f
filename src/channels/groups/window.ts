// Counts the calls to each robot within its maker's limits. It waits for nothing: it says how long a call must wait.

import type { RobotLimit } from './robot.ts'

export type CallWindow = {
  /** 0 when a call may be made at this instant, of elapsed milliseconds. */
  readonly waitMs: (id: string, limits: readonly RobotLimit[], now: number) => number
  readonly count: (id: string, limits: readonly RobotLimit[], now: number) => void
}

/** The other side's clock counts from when a call arrives, a little later than ours. */
const slackMs = 250

export const createCallWindow = (): CallWindow => {
  const calls = new Map<string, readonly number[]>()
  return {
    waitMs: (id, limits, now) => {
      const made = calls.get(id) ?? []
      const waits = limits.map(({ most, ms }) => {
        const oldest = made.at(-most)
        return oldest === undefined ? 0 : oldest + ms + slackMs - now
      })
      return Math.max(0, ...waits)
    },
    count: (id, limits, now) => {
      const most = Math.max(...limits.map(each => each.most))
      calls.set(id, [...(calls.get(id) ?? []).slice(-(most - 1)), now])
    },
  }
}
