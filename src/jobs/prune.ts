// Forgets what is old enough; what that is stands with the store.

import type { Job } from './job.ts'

export const prune: Job = ({ schedule, environment }) => schedule.prune(environment.now())
