// The port of time, chance and the log, handed in so that tests and Workers bring their own.

export type Environment = {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Milliseconds by a clock that nobody sets, from some instant on: for waits inside a process. */
  readonly elapsed: () => number
  /** The district's zone, as `Asia/Shanghai`. */
  readonly zone: string
  /** The instant at which a date, `YYYY-MM-DD`, begins in the district's zone. */
  readonly startOf: (date: string) => number
  /** The date, `YYYY-MM-DD`, of an instant in the district's zone. */
  readonly dateOf: (at: number) => string
  /** 16 hex digits, unguessable. */
  readonly id: () => string
  /** A number from 0 to 1, for what shall not happen to all at once; may be guessed. */
  readonly chance: () => number
  /** Resolves after so many milliseconds, or at once when the signal is given. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** One line of the log: an event and plain fields. Never words of people, never secrets. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number>>) => void
