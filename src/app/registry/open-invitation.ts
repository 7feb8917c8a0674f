// An invitation that can be taken now. A link of one's own leads further accounts of a person to what they have, and is
// good for as long as they have it: it must never give a right back.

import type { Rights } from '../../district/access.ts'
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
  registry: Pick<Registry, 'invitation' | 'members'>,
  code: string,
  now: number,
): Promise<OpenInvitation | null> => {
  const hash = await hashOf(code)
  const invitation = await registry.invitation(hash, now)
  if (!invitation) return null
  const { person, unit, role } = invitation
  if (!person) return { invitation, hash, rights: { members: [], above: [] } }
  const own = (await registry.members(unit)).find(each => each.person === person && each.role === role)
  return own ? { invitation, hash, rights: { members: [own.id], above: [] } } : null
}
