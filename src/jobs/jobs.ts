// All jobs by name: when each is due, in the district's zone, and what it does. Whoever keeps a clock (a timer on Node, a
// cron on Workers) only wakes it. A new job is one file and one line.

import { daily, every, nextAfter, type Recurring } from '../district/recurring.ts'
import type { Job } from './job.ts'
import { prune } from './prune.ts'
import { sweep } from './sweep.ts'

/** Sweeping is due whenever a clock wakes: mail need not wait longer than that. */
export const jobs = {
  sweep: { when: every(1), run: sweep },
  prune: { when: daily('03:00'), run: prune },
} as const satisfies Record<string, { readonly when: Recurring; readonly run: Job }>

export type JobName = keyof typeof jobs

const jobNames = Object.keys(jobs) as readonly JobName[]

/** The jobs with an instant after `since` and not after `now` (epoch milliseconds); `zone` is the district's. */
export const dueJobs = (zone: string, since: number, now: number): readonly JobName[] =>
  jobNames.filter(name => nextAfter(jobs[name].when, zone, since) <= now)
