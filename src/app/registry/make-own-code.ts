// A key of a person's own to what they have, for another of their devices: it opens once and not for long.

import type { Member, Rights } from '../../district/access.ts'
import type { FilingId, PersonId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import { hashOf } from '../hash-of.ts'
import type { Admitted } from '../open.ts'
import type { Environment } from '../ports/environment.ts'
import type { Registry } from '../ports/registry.ts'
import { storeInvitation } from './make-invitation.ts'
import type { TakeDeps } from './take-invitation.ts'

type Deps = Pick<TakeDeps, 'audits' | 'seal'> & {
  readonly registry: Pick<Registry, 'invite'>
  readonly environment: Pick<Environment, 'id' | 'now' | 'chance' | 'sleep'>
}

const minutes = 15

/** The membership that the code leads to, and the filing there, where it has one. */
export type OwnMembership = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly member: Pick<Member, 'unit' | 'role'>
  readonly filing: FilingId | null
  readonly rights: Rights
}

/** Of somebody who stands at a filing. */
export const membershipAt = ({ seat: { person, filing, ground }, rights }: Admitted): OwnMembership => {
  const member = ground.members.find(({ id }) => rights.members.includes(id))
  if (!member) throw fault('case-unknown', 'member')
  return { person, member, filing: filing.id, rights }
}

/**
 * Three ids of 8 random bytes: as long as a code from `nianbao invite`. `channel` is the one where it was asked for. One
 * that is never sent expires unused.
 */
export const makeOwnCode = async (
  { registry, environment, audits, seal }: Deps,
  channel: string,
  { person, member, filing, rights }: OwnMembership,
): Promise<{ readonly code: string; readonly minutes: number }> => {
  const code = environment.id() + environment.id() + environment.id()
  const now = environment.now()
  const { unit, role } = member
  const whose = { person: person.id, name: person.name }
  const invitation = { unit, role, filing, expiresAt: now + minutes * 60_000, ...whose }
  const admitted = { who: { by: person.id, at: now, channel }, rights }
  await storeInvitation({ ...environment, registry, audits, seal }, admitted, await hashOf(code), invitation)
  return { code, minutes }
}
