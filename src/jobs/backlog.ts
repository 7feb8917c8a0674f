// Tells the log once an hour how much mail waits and since when.

import type { Job } from '../app/clock/job.ts'

export const backlog: Job['run'] = async ({ deliver, schedule }, turn) => {
  const committed = await schedule.endTurn(turn)
  if (committed === 'done') await deliver.logBacklog()
  return committed
}
