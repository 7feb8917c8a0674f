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
  /** The places that are to be looked at again, with what stood there: each as long as that stands. */
  readonly asked?: readonly AskedPlace[]
}

/** The key of a cell or a text, and the value that stood there, as `snapshot` gives it; undefined for none. */
export type AskedPlace = { readonly key: string; readonly held: string | undefined }
