// Whether an answer can be stored now. The database is asked once a second at most, whoever asks how often.

import type { Environment } from '../app/ports/environment.ts'

/** How long a finding is good, and how long one is waited for: a database that is locked answers late. */
const goodMs = 1_000
/** A trial that is later than this is none: on Workers a cancelled request's promise never settles. */
const lostMs = 30_000

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
    const asking = { found, until: elapsed() + lostMs }
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
