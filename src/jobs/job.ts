// What a job is: something that happens by the clock, whoever keeps the clock.

import type { Deliver } from '../app/deliver.ts'
import type { Store, World } from '../app/ports.ts'

export type Working = {
  readonly store: Pick<Store, 'prune'>
  readonly deliver: Pick<Deliver, 'sweep'>
  readonly world: Pick<World, 'now'>
}

/** Done again after a failure, and done twice, it must do no harm. */
export type Job = (room: Working) => Promise<void>
