// Takes an invitation back: nobody comes in by its code any more. Who may make one may take it back.

import { invitingTo } from '../../district/access.ts'
import { type Caller, openUnit } from '../open.ts'
import type { ListedInvitation, Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'
import { listInvitations } from './list-invitations.ts'
import { invitationAct } from './make-invitation.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'invitations' | 'revokeInvitation' | 'unitGround' | 'unitGrounds'>
}

/** 48 bits tell the invitations of a district apart; of two that are alike neither is taken back by them. */
const shortest = 12

/** The name by which people take an invitation back. */
export const invitationName = (hash: string): string => hash.slice(0, shortest)

/**
 * `named` is its hash, or the first twelve signs. One that was taken, is over, was taken back
 * or is not for the caller to see is unknown.
 */
export const revokeInvitation = async (
  deps: Deps,
  caller: Caller,
  named: string,
): Promise<Administered<ListedInvitation>> =>
  administer(deps, [], async () => {
    const all = await listInvitations(deps.registry, caller)
    const [found, ...more] = all.filter(({ hash }) => named.length >= shortest && hash.startsWith(named))
    if (!found || more.length > 0) return refuse('invitation-unknown')
    const { hash, unit, role } = found
    const admitted = await openUnit(deps.registry, caller, unit, invitingTo(role))
    if (!admitted) return refuse('not-allowed')
    return {
      ...{ type: 'planned', ...admitted },
      acts: [await invitationAct(deps.seal, 'invitation-revoked', hash, found, null)],
      write: recorded => deps.registry.revokeInvitation(hash, caller.at, recorded),
      value: found,
    }
  })
