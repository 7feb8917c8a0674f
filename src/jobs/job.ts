// The type of a job: work that is done by the clock, on Node and on Workers.

import type { Deliver } from '../app/mail/deliver.ts'
import type { Environment } from '../app/ports/environment.ts'
import type { Schedule } from '../app/ports/schedule.ts'

export type JobContext = {
  readonly schedule: Schedule
  readonly deliver: Pick<Deliver, 'sweep'>
  readonly environment: Pick<Environment, 'now'>
}

/** Done again after a failure, and done twice, it must do no harm. */
export type Job = (context: JobContext) => Promise<void>
