// Two clocks with one face: a virtual one that moves only when told (tests) and the machine's own (benches).
// Timers are named by kind, so that settling can run through retries without firing anything else.

export type TimerKind = 'retry' | 'limit' | 'bot'

export interface SimClock {
  readonly virtual: boolean
  /** Epoch milliseconds. */
  now(): number
  /**
   * Moves a virtual clock forward at one stroke, firing what becomes due in its order; what that sets off over HTTP
   * comes back only afterwards. To live through the time step by step, use `sim.wait`.
   */
  advance(ms: number): void
  /** Runs `run` at an instant; returns a function that cancels it. */
  at(time: number, run: () => void, kind?: TimerKind): () => void
  /** A wait on this clock, until the signal is given at most; `settle({ advance: 'all' })` runs through it. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** The earliest instant at which a timer of one of these kinds fires. */
  next(kinds: readonly TimerKind[]): number | undefined
}

interface Timer {
  readonly time: number
  readonly kind: TimerKind
  readonly run: () => void
}

const earliest = (timers: Iterable<Timer>, accept: (timer: Timer) => boolean): Timer | undefined => {
  let first: Timer | undefined
  for (const timer of timers) {
    if (accept(timer) && (first === undefined || timer.time < first.time)) first = timer
  }
  return first
}

const sleepOn = (clock: SimClock, ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal?.aborted) return resolve()
    const cancel = clock.at(clock.now() + ms, resolve)
    signal?.addEventListener('abort', () => {
      cancel()
      resolve()
    })
  })

/** A clock that stands still until `advance` is called. */
export function virtualClock(startAt: number): SimClock {
  let now = startAt
  const timers = new Set<Timer>()
  const clock: SimClock = {
    virtual: true,
    now: () => now,
    advance: ms => {
      const target = now + ms
      for (;;) {
        const due = earliest(timers, timer => timer.time <= target)
        if (due === undefined) break
        timers.delete(due)
        now = Math.max(now, due.time)
        due.run()
      }
      now = Math.max(now, target)
    },
    at: (time, run, kind = 'bot') => {
      const timer = { time, run, kind }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    sleep: (ms, signal) => sleepOn(clock, ms, signal),
    next: kinds => earliest(timers, timer => kinds.includes(timer.kind))?.time,
  }
  return clock
}

/** The machine's clock; `advance` is refused. */
export function realClock(): SimClock {
  const timers = new Set<Timer>()
  const clock: SimClock = {
    virtual: false,
    now: () => Date.now(),
    advance: () => {
      throw new Error('the real clock cannot be advanced; start the simulator without realTime')
    },
    at: (time, run, kind = 'bot') => {
      const timer = { time, run, kind }
      timers.add(timer)
      const handle = setTimeout(
        () => {
          timers.delete(timer)
          run()
        },
        Math.max(0, time - Date.now()),
      )
      return () => {
        clearTimeout(handle)
        timers.delete(timer)
      }
    },
    sleep: (ms, signal) => sleepOn(clock, ms, signal),
    next: kinds => earliest(timers, timer => kinds.includes(timer.kind))?.time,
  }
  return clock
}
