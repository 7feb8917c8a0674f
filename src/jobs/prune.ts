// Deletes old rows; the store knows their ages.

import type { Job } from '../app/clock/job.ts'

export const prune: Job['run'] = ({ schedule }, turn) => schedule.prune(turn)
