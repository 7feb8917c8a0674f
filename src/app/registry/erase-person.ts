// Erases a person: what they are in is ended, and nothing says any more who they were. Figures and texts that they wrote
// stay the unit's, and the audit, which never knew a name, stays whole.

import type { PersonId } from '../../engine/filing.ts'
import { allRights, type Caller, openUnit } from '../open.ts'
import type { People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'
import { endingAct, isLast, staying } from './end-person.ts'

type Deps = Recorder & {
  readonly registry: Pick<People, 'people' | 'personsNamed' | 'erasePerson'> & Pick<Registry, 'unitGround'>
}

/** `named` is the person's id, or a name that nobody else bears; they need not be in any more. */
export const erasePerson = (
  deps: Deps,
  caller: Caller,
  named: string,
): Promise<Administered<{ readonly id: PersonId }>> =>
  administer(deps, [], async () => {
    const [person, ...more] = await deps.registry.personsNamed(named)
    if (!person) return refuse('person-unknown')
    if (more.length > 0) return refuse('person-ambiguous')
    const { id, members, units } = person
    // All units that they were ever in: whoever erases must reach the whole of it.
    const asked = await Promise.all(
      (units.length > 0 ? units : [null]).map(unit => openUnit(deps.registry, caller, unit, 'erase-person')),
    )
    const admitted = asked.flatMap(each => each ?? [])
    const [first] = admitted
    if (!first || admitted.length < asked.length) return refuse('not-allowed')
    const all = caller.type === 'person' ? await deps.registry.people(caller.at) : []
    if (caller.type === 'person' && isLast(all, members)) return refuse('last-administrator')
    const [newest] = units
    const ids = members.map(each => each.id)
    const erased: ScopedAct = {
      ...{ what: 'person-erased', scope: newest ? `unit/${newest}` : 'root', about: `person/${id}` },
      ...{ old: null, new: null },
    }
    const { at } = caller
    return {
      ...{ type: 'planned', who: first.who, rights: allRights(admitted) },
      acts: [...(await Promise.all(members.map(member => endingAct(deps.seal, id, member)))), erased],
      write: recorded =>
        deps.registry.erasePerson({ person: id, members: ids, at }, recorded, {
          people: [{ person: id, members: ids }],
          members: staying(all, members),
        }),
      value: { id },
    }
  })
