// Lists people with their units and roles, since when, and the devices that are let in. Only of units that the caller
// may see it of.

import type { UnitId } from '../../engine/filing.ts'
import { type Caller, openUnits } from '../open.ts'
import type { ListedPerson, People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = Pick<People, 'people'> & Pick<Registry, 'unitGrounds'>

/**
 * Of one unit, or of all. Somebody is listed with those of their units that the caller may see; who may only see who
 * is there learns nothing of their devices.
 */
export const listPeople = async (
  deps: Deps,
  caller: Caller,
  unit: UnitId | null = null,
  look: 'list-sessions' | 'list-people' = 'list-sessions',
): Promise<readonly ListedPerson[]> => {
  const all = await deps.people(caller.at)
  const units = [...new Set(all.flatMap(({ members }) => members.map(each => each.unit)))]
  const open = await openUnits(deps, caller, units, look)
  return all.flatMap(person => {
    const members = person.members.filter(each => open.has(each.unit) && (unit ?? each.unit) === each.unit)
    if (members.length === 0) return []
    return [{ ...person, members, devices: look === 'list-sessions' ? person.devices : [] }]
  })
}
