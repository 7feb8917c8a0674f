// Mail that waits: how much, and for how long. A second's count serves all who ask.

import type { Environment, Log } from '../ports/environment.ts'
import type { Outbox } from '../ports/outbox.ts'

export type BacklogWatch = {
  /** How much mail waits, and how many seconds the oldest does; as it was a second ago at most. */
  readonly backlog: () => Promise<{ readonly size: number; readonly seconds: number }>
  /** Writes one line about the mail that waits, if there is any. */
  readonly logBacklog: () => Promise<void>
}

type BacklogDeps = {
  readonly outbox: Pick<Outbox, 'backlog'>
  readonly environment: Pick<Environment, 'now' | 'elapsed'>
  readonly log: Log
}

const countedMs = 1_000

export const createBacklog = ({ outbox, environment, log }: BacklogDeps): BacklogWatch => {
  const { now, elapsed } = environment
  let counted: { readonly found: ReturnType<BacklogWatch['backlog']>; readonly until: number } | undefined
  const backlog: BacklogWatch['backlog'] = () => {
    if (counted && counted.until > elapsed()) return counted.found
    const found = outbox.backlog().then(({ size, oldestAt }) => {
      const ms = oldestAt === null ? 0 : Math.max(0, now() - oldestAt)
      return { size, seconds: Math.round(ms / 1_000) }
    })
    counted = { found, until: elapsed() + countedMs }
    return found
  }
  return {
    backlog,
    logBacklog: async () => {
      const waiting = await backlog()
      if (waiting.size > 0) log('deliver.backlog', waiting)
    },
  }
}
