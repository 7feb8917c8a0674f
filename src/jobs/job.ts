// What a job is: something that happens by the clock, whoever keeps the clock.

import type { Deliver } from '../app/mail/deliver.ts'
import type { Environment } from '../app/ports/environment.ts'
import type { Schedule } from '../app/ports/schedule.ts'

export type Working = {
  readonly schedule: Schedule
  readonly deliver: Pick<Deliver, 'sweep'>
  readonly environment: Pick<Environment, 'now'>
}

/** Done again after a failure, and done twice, it must do no harm. */
export type Job = (room: Working) => Promise<void>
