// The port of people: who is behind an account, the memberships that stand, and the places of their own.

import type { Member, Role } from '../../district/access.ts'
import type { FilingId, PersonId, UnitId } from '../../engine/filing.ts'
import type { FormId } from '../../engine/form.ts'
import type { AccountRef, ChatRef } from '../message.ts'
import type { Recorded } from './audits.ts'
import type { Seen } from './seen.ts'

/** A membership that stands, with its unit's name. */
export type NamedMember = Member & { readonly unitName: string }

/** Somebody who has at least one membership that stands; the newest comes first. */
export type KnownPerson = {
  readonly id: PersonId
  readonly name: string
  readonly members: readonly NamedMember[]
}

/** A filing of a unit of somebody's own: of each obligation the newest. */
export type OwnPlace = {
  readonly filing: FilingId
  readonly unitName: string
  readonly form: FormId
  readonly year: number
  /** The person's memberships in that unit, on which the door decides. */
  readonly members: readonly Member[]
}

/** Somebody who is in, with all memberships that stand. */
export type ListedPerson = {
  readonly id: PersonId
  readonly name: string
  /** The newest first; `since` in epoch milliseconds. */
  readonly members: readonly (NamedMember & { readonly since: number })[]
  /**
   * Accounts by their channel, and the session of a browser. It was used at `usedAt` or in the day behind it. A browser
   * without a session is not in.
   */
  readonly devices: readonly {
    readonly channel: string
    readonly session: { readonly since: number; readonly usedAt: number } | null
  }[]
}

/** `members` are ids of memberships; waiting mail about their units is cancelled. */
export type PersonEnding = {
  readonly person: PersonId
  readonly members: readonly string[]
  readonly endsSessions: boolean
  readonly at: number
}

/** Somebody who is or was in: memberships that stand, and all units they were ever in, the newest first. */
export type EverPerson = {
  readonly id: PersonId
  readonly name: string
  /** The one that they came to last; null where there is none. */
  readonly chat: ChatRef | null
  readonly members: readonly Pick<Member, 'id' | 'unit' | 'role'>[]
  readonly units: readonly UnitId[]
}

/** Somebody who supervises a unit, by a membership there or in `unit` above it, and their chat. */
export type Overseer = { readonly member: string; readonly unit: UnitId; readonly chat: ChatRef }

export type People = {
  /** All who are in at this instant, by units as the district orders them. */
  readonly people: (now: number) => Promise<readonly ListedPerson[]>
  /** False when something came in between, and then nothing is written. */
  readonly endPerson: (ending: PersonEnding, recorded: Recorded, seen: Seen) => Promise<boolean>
  /** People with this id or this name, two at most; who was erased is not among them. */
  readonly personsNamed: (named: string) => Promise<readonly EverPerson[]>
  readonly addMember: (
    member: {
      readonly id: string
      readonly person: PersonId
      readonly unit: UnitId
      readonly role: Role
      readonly at: number
    },
    recorded: Recorded,
    seen: Seen,
  ) => Promise<boolean>
  /** Ends these memberships, and leaves of the person nothing but the id. */
  readonly erasePerson: (
    erasing: { readonly person: PersonId; readonly members: readonly string[]; readonly at: number },
    recorded: Recorded,
    seen: Seen,
  ) => Promise<boolean>
  /** The person of this account; null for a stranger, and for somebody who belongs to no unit any more. */
  readonly personOf: (account: AccountRef) => Promise<KnownPerson | null>
  /** All who supervise this unit and came in, each with the chat that they came to last. */
  readonly overseersOf: (unit: UnitId) => Promise<readonly Overseer[]>
  /** The names of these persons; who was erased has none. */
  readonly namesOf: (persons: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, string>>
  /** The places of this account's person, by units as the district orders them. */
  readonly placesOf: (account: AccountRef) => Promise<readonly OwnPlace[]>
}
