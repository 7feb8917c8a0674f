// The units that the caller may see, each with its filings.

import { type Caller, openUnits } from '../open.ts'
import type { ListedUnit, Registry } from '../ports/registry.ts'

export const listUnits = async (
  registry: Pick<Registry, 'units' | 'unitGrounds'>,
  caller: Caller,
): Promise<readonly ListedUnit[]> => {
  const all = await registry.units()
  const ids = all.map(({ id }) => id)
  const open = await openUnits(registry, caller, ids, 'list-units')
  return all.filter(({ id }) => open.has(id))
}
