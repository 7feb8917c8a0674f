// The port of the registry: units, the filings they have, and invitations to them.

import type { Role } from '../../district/access.ts'
import type { FilingState } from '../../district/lifecycle.ts'
import type { Filing, FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { FormId, Level, ObligationId } from '../../engine/form.ts'
import type { Powers } from '../../engine/known.ts'
import type { ChainCommit, ChainLines } from './audits.ts'

export type Unit = {
  readonly id: UnitId
  readonly name: string
  readonly level: Level | null
  readonly powers: Powers
}

/** Where a unit's filing stands. */
export type Standing = {
  readonly state: FilingState
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

export type Membership = {
  readonly id: string
  readonly person: PersonId
  readonly unit: UnitId
  readonly role: Role
  /** Epoch milliseconds. */
  readonly since: number
}

export type Invitation = {
  readonly unit: UnitId
  /** A filler's, when nothing is said. */
  readonly role?: Role
  readonly filing: FilingId
  /** Epoch milliseconds. */
  readonly expiresAt: number
  /** The invited person's name, where that is known. */
  readonly name?: string | null
  /** It leads an account of this person's to the same place. */
  readonly person?: PersonId | null
}

/**
 * Acts are written together with their lines of the audit: `false` when the chain they go on with has another head, and
 * nothing is written then.
 */
export type Registry = {
  readonly addUnit: (unit: Unit, chains?: readonly ChainCommit[]) => Promise<boolean>
  /** Take units away with their filings, the people who belong to no other, and the words said to them. The audit stays. */
  readonly removeUnits: (units: readonly UnitId[], chains?: readonly ChainCommit[]) => Promise<boolean>
  readonly units: () => Promise<readonly ListedUnit[]>
  /**
   * Put a unit below another, or at the top, with all that is below it: from then on those above its old place reach
   * none of them.
   */
  readonly placeUnit: (
    unit: UnitId,
    parent: UnitId | null,
    chains?: readonly ChainCommit[],
  ) => Promise<boolean>
  /** The unit's filing of this obligation and year, made with the chain's first lines when there is none. */
  readonly openFiling: (filing: Filing, chain?: ChainLines) => Promise<FilingId>
  /** The memberships of a unit that stand. */
  readonly members: (unit: UnitId) => Promise<readonly Membership[]>
  /** End a membership: its person reads and writes nothing more by it, and waiting mail about the unit is cancelled. */
  readonly endMembership: (id: string, at: number, chains?: readonly ChainCommit[]) => Promise<boolean>
  /** Stores an invitation under its code's hash. */
  readonly invite: (hash: string, invitation: Invitation, chains?: readonly ChainCommit[]) => Promise<boolean>
  /** The invitation behind a code's hash, if it can still be taken. */
  readonly invitation: (hash: string, now: number) => Promise<Invitation | null>
}
