// Sends what waits in the outbox: what had to be tried later, and what a process that ended left behind.

import type { Job } from './job.ts'

export const sweep: Job = ({ deliver }) => deliver.sweep()
