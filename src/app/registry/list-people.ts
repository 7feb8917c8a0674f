// Who is in: people with their units and roles, since when, and the devices that are let in. Only of units that the caller
// may see it of.

import type { UnitId } from '../../engine/filing.ts'
import { type Caller, openUnit } from '../open.ts'
import type { ListedPerson, People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = Pick<People, 'people'> & Pick<Registry, 'unitGround'>

/** Of one unit, or of all. Somebody is listed with those of their units that the caller may see. */
export const listPeople = async (
  deps: Deps,
  caller: Caller,
  unit: UnitId | null = null,
): Promise<readonly ListedPerson[]> => {
  const all = await deps.people(caller.at)
  const units = [...new Set(all.flatMap(({ members }) => members.map(each => each.unit)))]
  const asked = await Promise.all(
    units.map(async id => [id, await openUnit(deps, caller, id, 'list-sessions')] as const),
  )
  const open = new Set(asked.flatMap(([id, admitted]) => (admitted ? [id] : [])))
  return all.flatMap(person => {
    const members = person.members.filter(each => open.has(each.unit) && (unit ?? each.unit) === each.unit)
    return members.length > 0 ? [{ ...person, members }] : []
  })
}
