// Adds a unit to the district.

import type { Actor } from '../audit.ts'
import type { Registry, Unit } from '../ports/registry.ts'
import { type Recorder, recordActs } from '../record-acts.ts'

/** The root's line holds its level and powers, and of the name a keyed hash. */
export const addUnit = async (
  deps: Recorder & { readonly registry: Pick<Registry, 'addUnit'> },
  who: Actor,
  unit: Unit,
): Promise<void> => {
  const { id, name, level, powers } = unit
  const now = JSON.stringify([await deps.seal(name), level, powers])
  const act = { what: 'unit-added', scope: 'root', about: `unit/${id}`, old: null, new: now } as const
  await recordActs(deps, who, [act], chains => deps.registry.addUnit(unit, chains))
}
