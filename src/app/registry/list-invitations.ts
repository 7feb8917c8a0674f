// The invitations that can still be taken, of all units that the caller may see them of. No code is among them.

import { type Caller, openUnit } from '../open.ts'
import type { ListedInvitation, Registry } from '../ports/registry.ts'

export const listInvitations = async (
  registry: Pick<Registry, 'invitations' | 'unitGround'>,
  caller: Caller,
): Promise<readonly ListedInvitation[]> => {
  const all = await registry.invitations(caller.at)
  const units = [...new Set(all.map(({ unit }) => unit))]
  const asked = await Promise.all(
    units.map(async unit => [unit, await openUnit(registry, caller, unit, 'list-invitations')] as const),
  )
  const open = new Set(asked.flatMap(([unit, admitted]) => (admitted ? [unit] : [])))
  return all.filter(({ unit }) => open.has(unit))
}
