// Gives somebody who is or was in a further right, without a link: a colleague who stands in, or a second unit.

import { invitingTo, type Role } from '../../district/access.ts'
import type { PersonId, UnitId } from '../../engine/filing.ts'
import { type Caller, openUnit } from '../open.ts'
import type { People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<People, 'personsNamed' | 'addMember'> & Pick<Registry, 'unitGround' | 'units'>
}

/** `person` is an id, or a name that nobody else bears. Who may invite to a role may give it. */
export const addMember = (
  deps: Deps,
  caller: Caller,
  { person: named, unit, role }: { readonly person: string; readonly unit: UnitId; readonly role: Role },
): Promise<Administered<{ readonly id: PersonId }>> =>
  administer(deps, [`unit/${unit}`], async () => {
    const admitted = await openUnit(deps.registry, caller, unit, invitingTo(role))
    if (!admitted) return refuse('not-allowed')
    const place = (await deps.registry.units()).find(({ id }) => id === unit)
    if (!place) return refuse('unit-unknown')
    // A report that was begun before the unit was closed still needs its people.
    if (place.closed !== null && place.filings.every(({ standing }) => standing === null))
      return refuse('unit-closed')
    const [person, ...more] = await deps.registry.personsNamed(named)
    if (!person) return refuse('person-unknown')
    if (more.length > 0) return refuse('person-ambiguous')
    if (person.members.some(each => each.unit === unit && each.role === role)) return refuse('member-already')
    const membership = deps.id() + deps.id()
    const { at } = caller
    return {
      ...{ type: 'planned', ...admitted },
      acts: [
        {
          ...({ what: 'membership-added', scope: `unit/${unit}` } as const),
          about: `membership/${await deps.seal('row', membership)}`,
          ...{ old: null, new: JSON.stringify([person.id, role]) },
        },
      ],
      write: recorded =>
        deps.registry.addMember({ id: membership, person: person.id, unit, role, at }, recorded, {
          people: [{ person: person.id, members: person.members.map(({ id }) => id) }],
        }),
      value: { id: person.id },
    }
  })
