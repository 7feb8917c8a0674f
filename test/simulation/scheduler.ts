// The one scheduler of a simulated world: virtual time, and one event after another. What an event sets off has come to
// rest before the next one begins, so the interleaving is the scheduler's alone. It knows nothing of what happens.

import { createHash } from 'node:crypto'

export type Scheduler = {
  /** Virtual milliseconds since the world began; nobody sets this clock. */
  readonly elapsed: () => number
  /** Does this once after so many milliseconds, unless the function it returns is called before. */
  readonly after: (ms: number, name: string, work: () => unknown) => () => void
  /** Runs all events up to this instant, by `elapsed`. */
  readonly runUntil: (until: number) => Promise<void>
  /** Writes down what happened. */
  readonly note: (line: string) => void
  /** Of everything noted so far: equal for two runs that went the same way. */
  readonly traceHash: () => string
  /** How many events have happened. */
  readonly events: () => number
}

type Event = { readonly due: number; readonly order: number; readonly name: string; work: () => unknown }

/** `tell` gets every line of the trace, for somebody who reads it. */
export const createScheduler = (tell: (line: string) => void = () => {}): Scheduler => {
  const queue: Event[] = []
  const hash = createHash('sha256')
  let now = 0
  let made = 0
  let done = 0

  const note = (line: string): void => {
    hash.update(`${now} ${line}\n`)
    tell(`${now} ${line}`)
  }
  const isBefore = (one: Event, other: Event): boolean =>
    one.due < other.due || (one.due === other.due && one.order < other.order)
  const push = (event: Event): void => {
    let at = queue.push(event) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = queue[above]
      if (!parent || isBefore(parent, event)) break
      queue[at] = parent
      at = above
    }
    queue[at] = event
  }
  const pop = (): Event | undefined => {
    const first = queue[0]
    const last = queue.pop()
    if (!first || !last || first === last) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      const [left, right] = [queue[below], queue[below + 1]]
      if (!left) break
      if (right && isBefore(right, left)) below += 1
      const child = queue[below]
      if (!child || isBefore(last, child)) break
      queue[at] = child
      at = below
    }
    queue[at] = last
    return first
  }

  return {
    elapsed: () => now,
    after: (ms, name, work) => {
      const event: Event = { due: now + Math.max(0, Math.round(ms)), order: made, name, work }
      made += 1
      push(event)
      return () => {
        event.work = nothing
      }
    },
    runUntil: async until => {
      await rest()
      for (let next = queue[0]; next && next.due <= until; next = queue[0]) {
        pop()
        if (next.work === nothing) continue
        now = Math.max(now, next.due)
        done += 1
        note(next.name)
        await next.work()
        await rest()
      }
      now = Math.max(now, until)
    },
    note,
    traceHash: () => hash.copy().digest('hex').slice(0, 16),
    events: () => done,
  }
}

const nothing = (): void => {}

/** Resolves when nothing is left that this process would do by itself: no promise to go on, no turn of the loop asked for. */
const rest = async (): Promise<void> => {
  do await new Promise<void>(resolve => setImmediate(resolve))
  while (process.getActiveResourcesInfo().includes('Immediate'))
}
