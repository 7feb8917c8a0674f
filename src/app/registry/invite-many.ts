// Makes a link for each person of a list. All rows are looked through first; then each link is an act of its own, since
// none changes what another does.

import type { Role } from '../../district/access.ts'
import { nameKey } from '../../district/unit-tree.ts'
import type { Form } from '../../engine/form.ts'
import type { Caller } from '../open.ts'
import type { ListedUnit, Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, refuse } from './administer.ts'
import { type MadeInvitation, makeInvitation } from './make-invitation.ts'

type Deps = Recorder & { readonly registry: Pick<Registry, 'invite' | 'units' | 'unitGround'> }

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
  const units = new Map((await deps.registry.units()).map(unit => [nameKey(unit.name), unit]))
  const known = people.flatMap(person => {
    const unit = units.get(nameKey(person.unit))
    return unit ? [{ person, unit }] : []
  })
  const unknown = people.filter(({ unit }) => !units.has(nameKey(unit)))
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
