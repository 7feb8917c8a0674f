// The port of what nudges are planned from.

import type { NudgedFiling } from '../../district/nudges/nudge.ts'
import type { UnitId } from '../../engine/filing.ts'
import type { Level } from '../../engine/form.ts'

/** A filing of a campaign with the names and counts that a nudge says. */
export type FilingToNudge = NudgedFiling & {
  readonly name: string
  /** The unit's in the district's own order. */
  readonly place: number
  readonly level: Level | null
  /** Questions still asked, and findings that block. */
  readonly open: number
  readonly errors: number
  /** The fillers' names, by person. */
  readonly names: ReadonlyMap<string, string>
}

/** A supervisor of the campaign's root: who has the office's own messages. */
export type Officer = { readonly name: string; readonly channel: string | null }

export type Nudges = {
  /** Of the unit, or of the district's where it is null. */
  readonly officers: (unit: UnitId | null) => Promise<readonly Officer[]>
  /** In the order of their ids, `most` at most, those after one; instants become moments of the zone. */
  readonly filingsToNudge: (
    campaign: string,
    zone: string,
    after: string,
    most: number,
  ) => Promise<readonly FilingToNudge[]>
}
