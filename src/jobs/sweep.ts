// Sends the mail that waits in the outbox: to be tried again, or left behind by a process that ended.

import type { Job } from './job.ts'

export const sweep: Job = ({ deliver }) => deliver.sweep()
