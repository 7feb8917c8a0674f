// Deletes old rows; the store knows their ages.

import type { Job } from './job.ts'

export const prune: Job = ({ schedule, environment }) => schedule.prune(environment.now())
