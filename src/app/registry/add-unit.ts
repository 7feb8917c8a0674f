// Adds a unit to the district: below the unit that is named, else below the district's own, which may be added too.

import { nameKey, usualFlags } from '../../district/unit-tree.ts'
import type { UnitId } from '../../engine/filing.ts'
import type { Seal } from '../audit.ts'
import { type Caller, openUnit } from '../open.ts'
import type { ListedUnit, NewUnit, Registry, Unit } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'
import { nameOf } from './name-of.ts'

type Deps = Recorder & { readonly registry: Pick<Registry, 'addUnit' | 'units' | 'unitGround'> }

/** The root's line holds its level, powers, place and flags, and of the name a keyed hash. */
export const addUnit = (
  deps: Deps,
  caller: Caller,
  { parent, isRoot = false, ...unit }: NewUnit,
): Promise<Administered<Unit & { readonly parent: UnitId | null }>> =>
  administer(deps, ['root'], async () => {
    const name = nameOf(unit.name)
    if (name === null) return refuse('name-unfit')
    const units = await deps.registry.units()
    const root = units.find(each => each.isRoot)
    const below = isRoot ? null : (parent ?? root?.id ?? null)
    // Asked first: without the right nobody learns which units there are.
    const admitted = await openUnit(deps.registry, caller, below, 'add-unit')
    if (!admitted) return refuse('not-allowed')
    if (units.some(each => nameKey(each.name) === nameKey(name))) return refuse('name-taken')
    if (isRoot && root) return refuse('root-stands')
    const above = units.find(({ id }) => id === parent)
    if (parent && !above) return refuse('parent-unknown')
    if (above && above.closed !== null) return refuse('unit-closed')
    if (units.some(({ id }) => id === unit.id)) return refuse('id-taken')
    const added = { ...unit, name }
    return {
      ...{ type: 'planned', ...admitted },
      acts: await addingActs(deps.seal, added, below, isRoot ? units : []),
      write: recorded => deps.registry.addUnit({ ...added, parent: below, isRoot }, recorded),
      value: { ...added, parent: below },
    }
  })

/** The lines of a new unit, and of those at the top that it takes below itself. */
export const addingActs = async (
  seal: Seal,
  { id, name, level, powers, ...flags }: NewUnit,
  below: UnitId | null,
  beside: readonly ListedUnit[],
): Promise<readonly ScopedAct[]> => {
  const { files, publishes, counts } = { ...usualFlags, ...flags }
  const now = JSON.stringify([await seal('name', name), level, powers, below, files, publishes, counts])
  return [
    { what: 'unit-added', scope: 'root', about: `unit/${id}`, old: null, new: now },
    ...beside.flatMap(unit => (unit.parent === null ? [placingAct(unit, id)] : [])),
  ]
}

/** The line of a unit that moves in the tree. */
export const placingAct = ({ id, parent }: ListedUnit, below: UnitId | null): ScopedAct => ({
  what: 'unit-placed',
  scope: `unit/${id}`,
  about: `unit/${id}`,
  old: JSON.stringify(parent),
  new: JSON.stringify(below),
})
