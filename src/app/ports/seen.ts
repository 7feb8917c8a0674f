// All that a commit or an act was decided on, and that must still stand when it is written.

import type { FilingState } from '../../district/lifecycle.ts'
import type { FilingId, PersonId, UnitId } from '../../engine/filing.ts'

/** A filing that is only looked at: the commit is refused when another version or state stands, and raises neither. */
export type FilingSeen = {
  readonly filing: FilingId
  readonly expected: number
  readonly state: FilingState
}

/** All that an act was decided on, and that must stand when it is written. */
export type Seen = {
  /** By version and state. */
  readonly filings?: readonly FilingSeen[]
  /** Units by the end of their chain. */
  readonly heads?: readonly (readonly [UnitId, string])[]
  /** People by the ids of all memberships that they have. */
  readonly people?: readonly { readonly person: PersonId; readonly members: readonly string[] }[]
  /** Ids of memberships. */
  readonly members?: readonly string[]
}
