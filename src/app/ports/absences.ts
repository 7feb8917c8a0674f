// The port of absences: who of a unit's people is away on which days, and who fills in meanwhile.

import type { PersonId, UnitId } from '../../engine/filing.ts'
import type { ChatRef, Outgoing } from '../message.ts'
import type { Recorded } from './audits.ts'
import type { Seen } from './seen.ts'

/** Days (`YYYY-MM-DD`), both on leave. */
export type Absence = {
  readonly person: PersonId
  readonly unit: UnitId
  readonly since: string
  readonly until: string
  /** Null where nobody is named. */
  readonly substitute: PersonId | null
}

/** Somebody who fills in the whole report of a unit. */
export type UnitFiller = {
  readonly person: PersonId
  readonly name: string
  readonly member: string
  /** The chat that they came to last; null where there is none. */
  readonly chat: ChatRef | null
}

export type Absences = {
  /** Those of a unit that are not over on this day, the first to begin first. */
  readonly absencesOf: (unit: UnitId, today: string) => Promise<readonly Absence[]>
  /** All who fill in the whole report of this unit, the first to come first. */
  readonly fillersOf: (unit: UnitId) => Promise<readonly UnitFiller[]>
  /**
   * Stores an absence in the place of those of the same person and unit that it meets, with mail to those it is about;
   * `joins` is the membership by which the substitute fills in, where they have none yet. False when something came in
   * between, and then nothing is written.
   */
  readonly recordAbsence: (
    absence: Absence,
    beside: {
      readonly joins: string | null
      readonly mail: readonly Outgoing[]
      readonly at: number
    },
    recorded: Recorded,
    seen: Seen,
  ) => Promise<boolean>
  /** The person is back from this day on. */
  readonly endAbsences: (
    ended: Pick<Absence, 'person' | 'unit'> & { readonly from: string },
    mail: { readonly outbox: readonly Outgoing[]; readonly at: number },
    recorded: Recorded,
  ) => Promise<boolean>
}
