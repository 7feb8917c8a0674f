// The units that the caller may see, each with its filings.

import { type Caller, openUnit } from '../open.ts'
import type { ListedUnit, Registry } from '../ports/registry.ts'

export const listUnits = async (
  registry: Pick<Registry, 'units' | 'unitGround'>,
  caller: Caller,
): Promise<readonly ListedUnit[]> => {
  const all = await registry.units()
  const asked = await Promise.all(all.map(({ id }) => openUnit(registry, caller, id, 'list-units')))
  return all.filter((_, at) => asked[at])
}
