// The port of the registry: units, the filings they have, and invitations to them.

import type { Filing, FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { FormId, Level, ObligationId } from '../../engine/form.ts'
import type { Powers } from '../../engine/known.ts'

export type Unit = {
  readonly id: UnitId
  readonly name: string
  readonly level: Level | null
  readonly powers: Powers
}

/** Where a unit's filing stands. */
export type Standing = {
  readonly state: 'draft'
  readonly open: number
  readonly errors: number
  /** The key of the first open question. */
  readonly next: string | null
  readonly touchedAt: number
}

/** A unit as it is listed, with what it files. */
export type ListedUnit = Unit & {
  readonly filings: readonly {
    readonly id: FilingId
    readonly obligation: ObligationId
    readonly form: FormId
    readonly year: number
    readonly standing: Standing | null
  }[]
}

export type Invitation = {
  readonly unit: UnitId
  readonly filing: FilingId
  /** Epoch milliseconds. */
  readonly expiresAt: number
  /** The invited person's name, where that is known. */
  readonly name?: string | null
  /** It leads an account of this person's to the same place. */
  readonly person?: PersonId | null
}

export type Registry = {
  readonly addUnit: (unit: Unit) => Promise<void>
  /** Take units away with their filings, the people who belong to no other, and the words said to them. The audit stays. */
  readonly removeUnits: (units: readonly UnitId[]) => Promise<void>
  readonly units: () => Promise<readonly ListedUnit[]>
  /** The unit's filing of this obligation and year, made when there is none. */
  readonly openFiling: (filing: Filing) => Promise<FilingId>
  /** Stores an invitation under its code's hash. */
  readonly invite: (hash: string, invitation: Invitation) => Promise<void>
  /** The invitation behind a code's hash, if it can still be taken. */
  readonly invitation: (hash: string, now: number) => Promise<Invitation | null>
}
