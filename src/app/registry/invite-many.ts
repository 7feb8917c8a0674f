// Makes a link for each person of a list. All rows are looked through first; then each link is an act of its own, since
// none changes what another does.

import { invitingTo, type Role } from '../../district/access.ts'
import { nameKey } from '../../district/unit-tree.ts'
import type { Form } from '../../engine/form.ts'
import { type Caller, openUnit, openUnits } from '../open.ts'
import type { ListedUnit, Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, refuse } from './administer.ts'
import { type MadeInvitation, makeInvitation } from './make-invitation.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'invite' | 'units' | 'unitGround' | 'unitGrounds'>
}

export type InvitedPerson = {
  readonly line: number
  readonly name: string
  readonly unit: string
  readonly role: Role
}

export type ManyWish = {
  readonly people: readonly InvitedPerson[]
  readonly form: Form
  readonly year: number
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export type ManyInvited = {
  readonly made: readonly (MadeInvitation & {
    readonly person: InvitedPerson
    readonly unit: Pick<ListedUnit, 'id' | 'name'>
  })[]
  /** People whose unit is not there. */
  readonly unknown: readonly InvitedPerson[]
}

/** With `partly` the others are invited where a unit is unknown, else nobody is; `dry` looks the list through and no more. */
export const inviteMany = async (
  deps: Deps,
  caller: Caller,
  { people, ...wish }: ManyWish,
  { partly, dry }: { readonly partly: boolean; readonly dry: boolean },
): Promise<Administered<ManyInvited>> => {
  const units = await openedUnits(deps, caller, people)
  if (!units) return refuse('not-allowed')
  const known = people.flatMap(person => {
    const unit = units.get(placeKey(person))
    return unit ? [{ person, unit }] : []
  })
  const unknown = people.filter(person => !units.has(placeKey(person)))
  if (dry || (unknown.length > 0 && !partly)) return { type: 'done', value: { made: [], unknown } }
  const made: ManyInvited['made'][number][] = []
  for (const { person, unit } of known) {
    const { role, name } = person
    const act = await makeInvitation(deps, caller, { ...wish, unit: unit.id, role, name })
    if (act.type === 'refused') return refuse(act.why)
    made.push({ ...act.value, person, unit: { id: unit.id, name: unit.name } })
  }
  return { type: 'done', value: { made, unknown } }
}

const placeKey = ({ unit, role }: Pick<InvitedPerson, 'unit' | 'role'>): string => `${role} ${nameKey(unit)}`

/**
 * The units of the list to which the caller may invite in that role; one that is closed to them is as unknown as one that is
 * not there. Null where the caller may invite to none, nor at the top.
 */
const openedUnits = async (
  { registry }: Deps,
  caller: Caller,
  people: readonly InvitedPerson[],
): Promise<ReadonlyMap<string, ListedUnit> | null> => {
  const units = await registry.units()
  const byName = new Map(units.map(unit => [nameKey(unit.name), unit]))
  const root = units.find(({ isRoot }) => isRoot)?.id ?? null
  const found = new Map<string, ListedUnit>()
  let isOpen = false
  for (const role of new Set(people.map(each => each.role))) {
    const named = people.flatMap(each => (each.role === role ? (byName.get(nameKey(each.unit)) ?? []) : []))
    const opened = await openUnits(
      registry,
      caller,
      named.map(({ id }) => id),
      invitingTo(role),
    )
    for (const unit of named) if (opened.has(unit.id)) found.set(placeKey({ unit: unit.name, role }), unit)
    isOpen ||= opened.size > 0 || (await openUnit(registry, caller, root, invitingTo(role))) !== null
  }
  return isOpen || people.length === 0 ? found : null
}
