// Keeps one digest of the whole audit each night, so that a chain which is cut or vanishes later is found by it.

import type { Job } from '../app/clock/job.ts'
import { headOf } from '../app/verify-audit.ts'

/** A night after which nothing was done keeps none: the last one says the same. */
export const digest: Job['run'] = async ({ audits, seal, schedule }, turn) => {
  const { head, isNew } = await headOf({ audits, seal }, turn.now)
  return schedule.endTurn(turn, isNew ? head : null)
}
