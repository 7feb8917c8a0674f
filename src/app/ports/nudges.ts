// The port of what nudges are planned from.

import type { NudgedFiling } from '../../district/nudges/nudge.ts'
import type { Level } from '../../engine/form.ts'

/** A filing of a campaign with the names and counts that a nudge says. */
export type FilingToNudge = NudgedFiling & {
  readonly name: string
  readonly level: Level | null
  /** Questions still asked, and findings that block. */
  readonly open: number
  readonly errors: number
  /** The fillers' names, by person. */
  readonly names: ReadonlyMap<string, string>
}

export type Nudges = {
  /** In the order of their ids, `most` at most, those after one; instants become moments of the zone. */
  readonly filingsToNudge: (
    campaign: string,
    zone: string,
    after: string,
    most: number,
  ) => Promise<readonly FilingToNudge[]>
}
