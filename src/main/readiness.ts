// Whether an answer can be stored now. The database is asked once a second at most, whoever asks how often.

import type { Environment } from '../app/ports/environment.ts'
import type { Outbox } from '../app/ports/outbox.ts'

/** How long a finding is good, and how long one is waited for: a database that is locked answers late. */
const goodMs = 1_000

export type TellBacklog = () => Promise<string | null>

/** A line about the mail that waits and since when, asked once a second at most; null when none does. */
export const createTellBacklog = (
  backlog: Outbox['backlog'],
  { now, elapsed }: Pick<Environment, 'now' | 'elapsed'>,
): TellBacklog => {
  let asked: { readonly line: Promise<string | null>; readonly until: number } | undefined
  const ask = async (): Promise<string | null> => {
    const { size, oldestAt } = await backlog()
    if (oldestAt === null) return null
    return `mail: ${size} waiting, the oldest for ${Math.round(Math.max(0, now() - oldestAt) / 1000)} s`
  }
  return () => {
    if (!asked || asked.until <= elapsed()) asked = { line: ask(), until: elapsed() + goodMs }
    return asked.line
  }
}

export type IsReady = () => Promise<boolean>

/** `ready` rejects when nothing can be stored. */
export const createReadiness = (
  ready: () => Promise<void>,
  { elapsed, sleep }: Pick<Environment, 'elapsed' | 'sleep'>,
): IsReady => {
  let asked: { readonly found: Promise<boolean>; until: number } | undefined
  const ask = (): Promise<boolean> => {
    const found = ready().then(
      () => true,
      () => false,
    )
    const asking = { found, until: Number.POSITIVE_INFINITY }
    void found.then(() => {
      asking.until = elapsed() + goodMs
    })
    asked = asking
    return found
  }
  return () => {
    const found = asked && asked.until > elapsed() ? asked.found : ask()
    return Promise.race([found, sleep(goodMs).then(() => false)])
  }
}
