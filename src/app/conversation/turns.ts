// Turns at a filing: messages that arrive together in one process are applied one after another, so that colleagues do
// not lose to each other. It makes nothing safe: that is the commit's guard.

import type { FilingId } from '../../engine/filing.ts'
import type { Environment } from '../ports/environment.ts'

/** Does this when those before are done; `waited` when there were any, and what was loaded may be behind. */
export type TakeTurn = <T>(filing: FilingId, work: (waited: boolean) => Promise<T>) => Promise<T>

/** On Workers a cancelled request's promise never settles: nobody waits longer than this for the one before. */
const longestWaitMs = 3_000

export const createTurns = ({ sleep }: Pick<Environment, 'sleep'>): TakeTurn => {
  const last = new Map<FilingId, Promise<void>>()
  return (filing, work) => {
    const before = last.get(filing)
    const turn = before ? Promise.race([before, sleep(longestWaitMs)]).then(() => work(true)) : work(false)
    const over = turn
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        if (last.get(filing) === over) last.delete(filing)
      })
    last.set(filing, over)
    return turn
  }
}
