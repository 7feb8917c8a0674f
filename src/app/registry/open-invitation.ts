// An invitation that can be taken now. A link of one's own leads further accounts of a person to what they have, and is
// good for as long as they have it: it must never give a right back.

import { decide, invitingTo, type Rights, type Role } from '../../district/access.ts'
import type { UnitId } from '../../engine/filing.ts'
import { server, shell } from '../audit.ts'
import { hashOf } from '../hash-of.ts'
import type { Invitation, Registry } from '../ports/registry.ts'

export type OpenInvitation = {
  readonly invitation: Invitation
  readonly hash: string
  /** The rows that must still stand when it is taken. */
  readonly rights: Rights
}

/** The invitation behind a code; null when it is unknown, taken or over (`now` in epoch milliseconds). */
export const openInvitation = async (
  registry: Pick<Registry, 'invitation' | 'members' | 'groundOf'>,
  code: string,
  now: number,
): Promise<OpenInvitation | null> => {
  const hash = await hashOf(code)
  const invitation = await registry.invitation(hash, now)
  if (!invitation) return null
  const { person, unit, role = 'filler', by } = invitation
  if (!person) {
    const rights = await makersRights(registry, by ?? null, unit, role)
    return rights && { invitation, hash, rights }
  }
  const own = (await registry.members(unit)).find(each => each.person === person && each.role === role)
  return own ? { invitation, hash, rights: { members: [own.id], above: [] } } : null
}

/** A link is worth no more than the right of whoever made it, as it stands now; null when that has ended. */
const makersRights = async (
  registry: Pick<Registry, 'groundOf'>,
  by: string | null,
  unit: UnitId,
  role: Role,
): Promise<Rights | null> => {
  if (by === null || by === shell.by || by === server.by) return { members: [], above: [] }
  const ground = await registry.groundOf(by, unit)
  return ground && decide(ground.members, invitingTo(role), { id: unit, above: ground.above })
}
