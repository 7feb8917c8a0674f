// Gives a unit another name. Its filings, people and links stay as they are.

import { nameKey } from '../../district/unit-tree.ts'
import type { UnitId } from '../../engine/filing.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'
import { nameOf } from './name-of.ts'

type Deps = Recorder & { readonly registry: Pick<Registry, 'renameUnit' | 'units' | 'unitGround'> }
type Renamed = { readonly id: UnitId; readonly name: string; readonly before: string }

/** The unit's line holds keyed hashes of both names. */
export const renameUnit = (
  deps: Deps,
  caller: Caller,
  { unit: id, name: typed }: { readonly unit: UnitId; readonly name: string },
): Promise<Administered<Renamed>> =>
  administer(deps, [`unit/${id}`], async () => {
    const name = nameOf(typed)
    if (name === null) return refuse('name-unfit')
    const admitted = await openUnit(deps.registry, caller, id, 'rename-unit')
    if (!admitted) return refuse('not-allowed')
    const units = await deps.registry.units()
    const unit = units.find(each => each.id === id)
    if (!unit) return refuse('unit-unknown')
    const isTaken = units.some(
      each => each.name === name || (each.id !== id && nameKey(each.name) === nameKey(name)),
    )
    if (isTaken) return refuse('name-taken')
    const [old, now] = [await deps.seal('name', unit.name), await deps.seal('name', name)]
    return {
      ...{ type: 'planned', ...admitted },
      acts: [{ what: 'unit-renamed', scope: `unit/${id}`, about: `unit/${id}`, old, new: now }],
      write: recorded => deps.registry.renameUnit(id, name, recorded),
      value: { id, name, before: unit.name },
    }
  })
