// All jobs by name: when each is due, and what it does. Workers has the same crons in wrangler.toml (a test compares);
// on Node main/serve.ts keeps the clock. A new job is one file and one line.

import type { Job } from './job.ts'
import { prune } from './prune.ts'
import { sweep } from './sweep.ts'

/** Crons are in UTC: 18:30 is half past two at night in the districts. */
export const jobs = {
  sweep: { cron: '* * * * *', run: sweep },
  prune: { cron: '30 18 * * *', run: prune },
} as const satisfies Record<string, { readonly cron: string; readonly run: Job }>

export type JobName = keyof typeof jobs

export const jobNames = Object.keys(jobs) as readonly JobName[]
