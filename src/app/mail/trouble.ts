// Trouble of mail in the log: one line a minute for each kind and channel, since it repeats itself.

import type { Environment, Log } from '../ports/environment.ts'

export type Trouble = {
  /** A failure of ours; only its name reaches the log. */
  readonly failed: (error: unknown) => void
  /** A message had to be left for later. */
  readonly troubled: (channel: string, reason: string) => void
}

const quietMs = 60_000

export const createTrouble = (log: Log, elapsed: Environment['elapsed']): Trouble => {
  const told = new Map<string, number>()
  const tell = (event: string, fields: Readonly<Record<string, string>>): void => {
    const name = [event, fields.channel].join()
    if ((told.get(name) ?? Number.NEGATIVE_INFINITY) + quietMs > elapsed()) return
    told.set(name, elapsed())
    log(event, fields)
  }
  return {
    failed: error => tell('deliver.failed', { error: error instanceof Error ? error.name : 'unknown' }),
    troubled: (channel, reason) => tell('deliver.trouble', { channel, reason }),
  }
}
