// The port of the registry: units, the filings they have, and invitations to them.

import type { Member, Role } from '../../district/access.ts'
import type { FilingState } from '../../district/lifecycle.ts'
import type { UnitFlags } from '../../district/unit-tree.ts'
import type { FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { FormId, Level, ObligationId } from '../../engine/form.ts'
import type { Powers } from '../../engine/known.ts'
import type { AccountRef } from '../message.ts'
import type { Recorded } from './audits.ts'
import type { Replacement } from './commit.ts'
import type { Seen } from './seen.ts'
import type { TouchedStanding } from './standing.ts'

export type Unit = {
  readonly id: UnitId
  readonly name: string
  readonly level: Level | null
  readonly powers: Powers
  /** Settings of its documents; none where it is absent. */
  readonly prints?: Prints
}

/**
 * `contact`: address, postcode, telephone, as they print; `closes`: the document ends with the unit's name and a date;
 * `signs`: the name there, where it is another one than the unit's.
 */
export type Prints = {
  readonly contact: string | null
  readonly closes: boolean
  readonly signs: string | null
}

/** Where a unit stands in the tree: right below `parent`; `isRoot` is the district itself, once it has a unit. */
export type UnitPlace = { readonly parent?: UnitId | null; readonly isRoot?: boolean }

/** A unit to be added; a flag that is not given is yes. */
export type NewUnit = Unit & UnitPlace & Partial<UnitFlags>

/** Facts of a unit that its district sets; `closed` is the day it ended, `successor` the unit that took its duties over. */
export type UnitFacts = Pick<Unit, 'level' | 'prints'> &
  UnitFlags & { readonly closed: string | null; readonly successor: UnitId | null }

/** A unit as it is listed, with what it files. */
export type ListedUnit = Unit &
  UnitFacts & {
    readonly parent: UnitId | null
    readonly isRoot: boolean
    /** Names that it bore before. */
    readonly formerNames: readonly string[]
    readonly filings: readonly {
      readonly id: FilingId
      readonly obligation: ObligationId
      readonly form: FormId
      readonly year: number
      readonly version: number
      readonly state: FilingState
      readonly standing: TouchedStanding | null
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
  /** Null for a role that fills in nothing. */
  readonly filing: FilingId | null
  /** Epoch milliseconds. */
  readonly expiresAt: number
  /** The invited person's name, where that is known. */
  readonly name?: string | null
  /** It leads an account of this person's to the same place. */
  readonly person?: PersonId | null
  /** The membership that ends when somebody else takes it. */
  readonly replaces?: string | null
  /** Sections of the report to which it is limited; null for all. */
  readonly sections?: readonly string[] | null
  /** Its maker, as the audit names them, and when (epoch milliseconds). */
  readonly by?: string | null
  readonly at?: number | null
}

/** An invitation as it is listed; `hash` names it. */
export type ListedInvitation = Required<Invitation> & {
  readonly hash: string
  readonly year: number | null
  readonly obligation: ObligationId | null
}

/** The memberships of a person that stand, in a unit and in those above it. */
export type UnitGround = {
  readonly person: PersonId
  readonly members: readonly Member[]
  readonly above: readonly UnitId[]
}

/** Of each act: false when something came in between, and then nothing is written. */
export type Registry = {
  /** Of a root all units that were at the top are below from then on. */
  readonly addUnit: (unit: NewUnit, recorded: Recorded) => Promise<boolean>
  /** Units that may be below each other, in one batch. `order` are units that stand first from then on, in this order. */
  readonly addUnits: (
    units: readonly NewUnit[],
    order: readonly UnitId[],
    recorded: Recorded,
  ) => Promise<boolean>
  /** `prints` is written where it is given. With `leaves` a report that nobody has begun leaves the campaigns that are open. */
  readonly changeUnit: (
    unit: UnitId,
    facts: UnitFacts,
    leaves: boolean,
    recorded: Recorded,
    seen: Seen,
  ) => Promise<boolean>
  readonly renameUnit: (unit: UnitId, name: string, recorded: Recorded) => Promise<boolean>
  /**
   * Take units away with their filings, the people who belong to no other, and the words said to them; only as they were
   * seen. The audit stays.
   */
  readonly removeUnits: (units: readonly UnitId[], recorded: Recorded, seen: Seen) => Promise<boolean>
  readonly units: () => Promise<readonly ListedUnit[]>
  /**
   * Put a unit below another, or at the top, with all that is below it: from then on those above its old place reach
   * none of them, and waiting mail about them to nobody else is cancelled.
   */
  readonly placeUnit: (unit: UnitId, parent: UnitId | null, recorded: Recorded) => Promise<boolean>
  /** The memberships of a unit that stand. */
  readonly members: (unit: UnitId) => Promise<readonly Membership[]>
  /** Stores an invitation under its code's hash, together with the filing that it opens. */
  readonly invite: (
    hash: string,
    invitation: Invitation,
    recorded: Recorded,
    opens?: Replacement,
  ) => Promise<boolean>
  /** The invitation behind a code's hash, if it can still be taken. */
  readonly invitation: (hash: string, now: number) => Promise<Invitation | null>
  /** All that can still be taken, the latest to expire last. */
  readonly invitations: (now: number) => Promise<readonly ListedInvitation[]>
  /** Nobody comes in by it any more. */
  readonly revokeInvitation: (hash: string, at: number, recorded: Recorded) => Promise<boolean>
  /** The ground on which an account stands to a unit, at this moment; null for a stranger. */
  readonly unitGround: (account: AccountRef, unit: UnitId) => Promise<UnitGround | null>
  /** The same of many units at once; units where they have no right are left out. */
  readonly unitGrounds: (
    account: AccountRef,
    units: readonly UnitId[],
  ) => Promise<ReadonlyMap<UnitId, UnitGround>>
  /** The same for a person, by whatever account; null for nobody. */
  readonly groundOf: (person: string, unit: UnitId) => Promise<UnitGround | null>
}
