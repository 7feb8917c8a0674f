// The context of a step, besides the filing: plain data, handed in. The core has no clock, no ids, no dice.

import type { MessageRef, PersonId } from './filing.ts'
import type { Known } from './known.ts'

export type Context = {
  /** Epoch milliseconds. */
  readonly now: number
  readonly by: PersonId
  /** The message this event came with, when it came with one. */
  readonly message: MessageRef | null
  readonly known: Known
}
