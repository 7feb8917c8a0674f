// Moves a unit with all below it to another place in the tree: from that moment whoever was above its old place alone
// reaches none of them.

import type { UnitId } from '../../engine/filing.ts'
import { allRights, type Caller, openUnit } from '../open.ts'
import type { ListedUnit, Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { placingAct } from './add-unit.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & { readonly registry: Pick<Registry, 'placeUnit' | 'units' | 'unitGround'> }
type Placed = { readonly id: UnitId; readonly parent: UnitId | null; readonly before: UnitId | null }

/** Below `parent`; null is right below the district. The right to it is asked in both places. */
export const placeUnit = (
  deps: Deps,
  caller: Caller,
  { unit: id, parent }: { readonly unit: UnitId; readonly parent: UnitId | null },
): Promise<Administered<Placed>> =>
  administer(deps, [`unit/${id}`], async () => {
    const units = await deps.registry.units()
    const root = units.find(({ isRoot }) => isRoot)
    const below = parent ?? root?.id ?? null
    const from = await openUnit(deps.registry, caller, id, 'place-unit')
    const to = await openUnit(deps.registry, caller, below, 'place-unit')
    if (!from || !to) return refuse('not-allowed')
    const unit = units.find(each => each.id === id)
    if (!unit) return refuse('unit-unknown')
    if (unit.isRoot) return refuse('root-stays')
    const above = units.find(each => each.id === below)
    if (below !== null && !above) return refuse('parent-unknown')
    if (above && above.closed !== null) return refuse('unit-closed')
    if (isBelow(units, below, id)) return refuse('below-itself')
    return {
      ...{ type: 'planned', who: from.who, rights: allRights([from, to]) },
      acts: [placingAct(unit, below)],
      write: recorded => deps.registry.placeUnit(id, below, recorded),
      value: { id, parent: below, before: unit.parent },
    }
  })

/** Whether `unit` is `above` or stands anywhere below it. */
const isBelow = (units: readonly ListedUnit[], unit: UnitId | null, above: UnitId): boolean => {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]))
  for (let at = unit; at !== null; at = parents.get(at) ?? null) if (at === above) return true
  return false
}
