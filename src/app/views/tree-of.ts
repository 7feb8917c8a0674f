// Units as the branches of a tree, of which only some are shown.

import type { UnitId } from '../../engine/filing.ts'
import type { ListedUnit } from '../ports/registry.ts'
import type { DistrictUnit } from '../use-cases.ts'

/** In the district's order; a unit is as far in as units above it are shown too. */
export const treeOf = (
  shown: readonly ListedUnit[],
  all: readonly ListedUnit[],
  standings: ReadonlyMap<UnitId, string>,
): readonly DistrictUnit[] => {
  const isShown = new Set(shown.map(({ id }) => id))
  const parents = new Map(all.map(({ id, parent }) => [id, parent]))
  const below = Map.groupBy(shown, ({ parent }) => nearestShown(parent, parents, isShown))
  const branch = (above: UnitId | null, depth: number): readonly DistrictUnit[] =>
    (below.get(above) ?? []).flatMap(({ id, name }) => [
      { id, name, depth, standing: standings.get(id) ?? '' },
      ...branch(id, depth + 1),
    ])
  return branch(null, 0)
}

const nearestShown = (
  parent: UnitId | null,
  parents: ReadonlyMap<UnitId, UnitId | null>,
  shown: ReadonlySet<UnitId>,
): UnitId | null => {
  for (let at = parent; at !== null; at = parents.get(at) ?? null) if (shown.has(at)) return at
  return null
}
