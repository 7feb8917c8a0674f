// A figure that may be the slip behind broken equations, and how it ranks among others. Types only.

import type { CellKey } from '../form.ts'

export type Slip = 'swapped' | 'column' | 'ten' | 'in-total' | 'other'

export type Suspect = {
  readonly cell: CellKey
  readonly slip: Slip
  /** The figure that the cell would have to hold, never below zero. */
  readonly to: number
  /** For `column`: the cell the figure perhaps belongs to. */
  readonly with?: CellKey
}

/** A suspect and how it ranks: smaller comes first, first by rank and then by the finer order. */
export type Ranked = { readonly suspect: Suspect; readonly rank: number; readonly order: number }
