// What a step may know besides the filing: plain data, handed in. The core has no clock, no ids, no dice.

import type { Figure } from './derive.ts'
import type { MessageRef, PersonId } from './filing.ts'
import type { CellKey, Level } from './form.ts'

export type Context = {
  /** Epoch milliseconds. */
  readonly now: number
  readonly by: PersonId
  /** The message this event came with, when it came with one. */
  readonly message: MessageRef | null
  readonly unit: { readonly name: string; readonly level: Level | null }
  /** Last year's figures of the same unit, where they are known. */
  readonly previous: ReadonlyMap<CellKey, Figure>
}
