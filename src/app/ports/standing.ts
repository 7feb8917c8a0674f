// How far a filing is, as a type: beside each commit and in every list.

import type { FilingState } from '../../district/lifecycle.ts'

/** Where a unit's filing stands. */
export type Standing = {
  readonly state: FilingState
  readonly open: number
  readonly errors: number
  /** The key of the first open question. */
  readonly next: string | null
  readonly touchedAt: number
}
