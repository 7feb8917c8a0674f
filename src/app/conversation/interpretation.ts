// An interpreted message, and one that came to an event alone.

import type { Event } from '../../engine/event.ts'
import type { FilingId, UnitId } from '../../engine/filing.ts'
import type { Replacement } from '../ports/commit.ts'
import type { LifeEvent } from '../ports/life-event.ts'

export type Elsewhere = FilingId | { readonly desk: UnitId }

export type Interpretation = {
  /** Null: nothing is done. */
  readonly event: Event | LifeEvent | null
  /** The live card that was tapped, to be edited. */
  readonly card: string | null
  /** A few words for the tap itself. */
  readonly notice: string | null
  /** The tapped button's words. */
  readonly label: string | null
  /** Last year's report that came with it. */
  readonly previous?: Replacement | undefined
  /** It is about this filing, or leads to this unit's desk, at which the person does not stand: there it is interpreted anew. */
  readonly elsewhere?: Elsewhere
}

/** `notice` is a few words for the tap or the cell itself. */
export const interpreted = (
  event: Event | LifeEvent | null,
  notice: string | null = null,
): Interpretation => ({
  event,
  card: null,
  notice,
  label: null,
})
