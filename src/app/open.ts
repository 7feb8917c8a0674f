// The one door: whether an account may do this to a filing, being what its person is to the unit, and in the state the
// filing is in. Units are opened here too. A refusal is the same for a stranger, a foreign unit and a wrong state.

import { type Action, decide, mayAtShell, mayByItself, type Rights } from '../district/access.ts'
import { stateAllows } from '../district/lifecycle.ts'
import type { FilingId, UnitId } from '../engine/filing.ts'
import { type Actor, server, shell } from './audit.ts'
import type { AccountRef, ChatRef } from './message.ts'
import type { Conversations, Ground, Seat } from './ports/conversations.ts'
import type { Registry, UnitGround } from './ports/registry.ts'

/** A filing that was opened, and the rows the decision rests on. */
export type Admitted = { readonly seat: Seat; readonly rights: Rights }

/** The decision on this ground; null when it is no. Ground that may be remembered counts only with a commit's guard. */
export const admit = ({ members, unit, above, state }: Ground, action: Action | undefined): Rights | null =>
  action !== undefined && stateAllows(state, action) ? decide(members, action, { id: unit, above }) : null

/** The same whatever the state: for an act that is answered with the state when that refuses it. */
export const admitAnyState = ({ members, unit, above }: Ground, action: Action | undefined): Rights | null =>
  action === undefined ? null : decide(members, action, { id: unit, above })

/** Opens the filing at which the account stands in this chat, as it is in the database now; null: refused. */
export const open = async (
  conversations: Pick<Conversations, 'readSeat'>,
  who: { readonly account: AccountRef; readonly chat: ChatRef },
  action: Action | undefined,
): Promise<Admitted | null> => {
  const seat = await conversations.readSeat(who.account, who.chat)
  const rights = seat && admit(seat.ground, action)
  return seat && rights && { seat, rights }
}

/** Whether the account may do this to this filing now, wherever it stands. */
export const mayOpen = async (
  conversations: Pick<Conversations, 'ground'>,
  account: AccountRef,
  filing: FilingId,
  action: Action,
): Promise<boolean> => {
  const ground = await conversations.ground(account, filing)
  return ground !== null && admit(ground, action) !== null
}

/** The one who administers: a person by one of their accounts, the shell of the machine, or the server of its own accord. */
export type Caller =
  | { readonly type: 'person'; readonly account: AccountRef; readonly channel: string; readonly at: number }
  | { readonly type: 'shell' | 'server'; readonly at: number }

/** The name under which an act stands in the audit, and the rows it rests on. */
export type AdmittedCaller = { readonly who: Actor; readonly rights: Rights }

const noRows: Rights = { members: [], above: [] }

/** Opens a unit; null for the district as a whole, which only the machine itself has. Null: refused. */
export const openUnit = async (
  registry: Pick<Registry, 'unitGround'>,
  caller: Caller,
  unit: UnitId | null,
  action: Action,
): Promise<AdmittedCaller | null> => {
  if (caller.type !== 'person') return openUnaided(caller, action)
  const ground = unit === null ? null : await registry.unitGround(caller.account, unit)
  return unit === null || !ground ? null : openOn(caller, ground, unit, action)
}

/** Those of the units that the caller may do this to now, asked at once. */
export const openUnits = async (
  registry: Pick<Registry, 'unitGrounds'>,
  caller: Caller,
  units: readonly UnitId[],
  action: Action,
): Promise<ReadonlyMap<UnitId, AdmittedCaller>> => {
  const openEach = (
    ids: readonly UnitId[],
    openOne: (id: UnitId) => AdmittedCaller | null | undefined,
  ): ReadonlyMap<UnitId, AdmittedCaller> =>
    new Map(
      ids.flatMap(id => {
        const admitted = openOne(id)
        return admitted ? [[id, admitted] as const] : []
      }),
    )
  if (caller.type !== 'person') return openEach(units, () => openUnaided(caller, action))
  const grounds = await registry.unitGrounds(caller.account, units)
  return openEach([...grounds.keys()], id => {
    const ground = grounds.get(id)
    return ground && openOn(caller, ground, id, action)
  })
}

type Unaided = Exclude<Caller, { type: 'person' }>

const openUnaided = ({ type, at }: Unaided, action: Action): AdmittedCaller | null => {
  const may = type === 'shell' ? mayAtShell(action) : mayByItself(action)
  return may ? { who: { ...(type === 'shell' ? shell : server), at }, rights: noRows } : null
}

const openOn = (
  { at, channel }: Exclude<Caller, Unaided>,
  { person, members, above }: UnitGround,
  unit: UnitId,
  action: Action,
): AdmittedCaller | null => {
  const rights = decide(members, action, { id: unit, above })
  return rights && { who: { by: person, at, channel }, rights }
}

/** The rows of several decisions. */
export const allRights = (admitted: readonly Pick<AdmittedCaller, 'rights'>[]): Rights => ({
  members: [...new Set(admitted.flatMap(({ rights }) => rights.members))],
  above: admitted.flatMap(({ rights }) => rights.above),
})
