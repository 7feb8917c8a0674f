// The invitations that can still be taken, of all units that the caller may see them of. No code is among them.

import { type Caller, openUnits } from '../open.ts'
import type { ListedInvitation, Registry } from '../ports/registry.ts'

export const listInvitations = async (
  registry: Pick<Registry, 'invitations' | 'unitGrounds'>,
  caller: Caller,
): Promise<readonly ListedInvitation[]> => {
  const all = await registry.invitations(caller.at)
  const units = [...new Set(all.map(({ unit }) => unit))]
  const open = await openUnits(registry, caller, units, 'list-invitations')
  return all.filter(({ unit }) => open.has(unit))
}
