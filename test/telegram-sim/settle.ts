// Waiting until everything has come to rest: no POST and no call under way, and the bot has gone quiet.
// Only then does time move, and only to the next retry.

import type { SimClock, TimerKind } from './clock.ts'

export interface SettleOptions {
  /**
   * What time may run through: 'retries' of deliveries (default), 'all' timers, also those that the bot under test
   * waits on with `sim.clock`, or 'none': then it resolves while retries still wait.
   */
  readonly advance?: 'retries' | 'all' | 'none'
  /** Virtual milliseconds that one settling may run through; beyond it, it throws. Ten minutes when absent. */
  readonly within?: number
  /** Real milliseconds after which a bot that never comes to rest is a failure; 10,000 when absent. */
  readonly patience?: number
}

export interface SettleInternals extends SettleOptions {
  /** Let the clock reach this instant, coming to rest at every timer on the way. */
  readonly until?: number
}

export interface SettleDeps {
  readonly clock: SimClock
  /** POSTs and calls now under way. */
  readonly busy: () => number
  /** Counts every beginning and end of a POST or call. */
  readonly activity: () => number
  /** Counts what may set the bot to work: accepted updates and calls. A refused update needs no silence after it. */
  readonly work: () => number
  readonly idle: (() => Promise<unknown>) | undefined
  /** Real milliseconds of silence that count as rest. */
  readonly grace: number
  readonly explain: () => string
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

/** Resolves at rest; throws when rest is not reached in time. */
export async function settle(deps: SettleDeps, options: SettleInternals = {}): Promise<void> {
  const { clock, busy, activity, work, idle, grace, explain } = deps
  const { advance = 'retries', within = 600_000, patience = 10_000, until } = options
  const kinds: readonly TimerKind[] =
    advance === 'all' ? ['retry', 'bot'] : advance === 'none' ? [] : ['retry']
  const end = clock.now() + within
  let giveUp = Date.now() + patience
  let seen = activity()
  let rested = -1

  const check = () => {
    if (activity() !== seen) giveUp = Date.now() + patience
    seen = activity()
    if (Date.now() > giveUp) throw new Error(`the bot does not come to rest: ${explain()}`)
  }

  for (;;) {
    while (busy() > 0) {
      check()
      await (busy() > 0 ? pause(1) : turn())
    }
    const before = activity()
    await idle?.()
    for (let turns = 0; turns < 3; turns += 1) await turn()
    const next = clock.next(kinds)
    const silent = next !== undefined && rested === work()
    if (grace > 0 && !silent && activity() === before && busy() === 0) await pause(grace)
    if (activity() !== before || busy() > 0) {
      check()
      continue
    }
    rested = work()
    if (until !== undefined && (next === undefined || next > until)) {
      if (clock.now() >= until) return
      clock.advance(until - clock.now())
      rested = -1
      continue
    }
    if (next === undefined) return
    if (until === undefined && next > end)
      throw new Error(`no rest within ${within} ms of the clock: ${explain()}`)
    if (clock.virtual) clock.advance(Math.max(0, next - clock.now()))
    else await pause(Math.max(1, next - clock.now()))
    giveUp = Date.now() + patience
  }
}
