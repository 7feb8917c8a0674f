// Takes an invitation, in one commit: person, account, membership, where they can be reached, the line of the audit and,
// in a browser, the session. Nothing of it ever stands without the rest.

import { personId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import type { Seal } from '../audit.ts'
import { lostRace } from '../lost-race.ts'
import type { Deliver } from '../mail/deliver.ts'
import type { Incoming } from '../message.ts'
import type { Audits } from '../ports/audits.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { People } from '../ports/people.ts'
import type { Invitation, Membership, Registry } from '../ports/registry.ts'
import type { Session } from '../ports/sessions.ts'
import { sealActs } from '../record-acts.ts'
import { endingAct } from './end-person.ts'
import { invitationAct } from './make-invitation.ts'
import { openInvitation } from './open-invitation.ts'

export type TakeDeps = {
  readonly registry: Pick<Registry, 'invitation' | 'members' | 'groundOf'>
  readonly people: Pick<People, 'personOf'>
  readonly audits: Pick<Audits, 'headsOf'>
  readonly seal: Seal
  readonly deliver: Pick<Deliver, 'commit'>
  readonly environment: Pick<Environment, 'id' | 'now' | 'chance' | 'sleep'>
}

/** The browser that takes it: what it holds, as a hash, the session it gets, and the one that it had. */
export type TakingBrowser = {
  readonly takenWith: string | null
  readonly session: Session
  readonly ended: readonly string[]
}

type Taking = Pick<Incoming, 'id' | 'channel' | 'chat' | 'person' | 'name' | 'at'> & {
  readonly code: string
  readonly browser?: TakingBrowser
}

/** Whether it is taken, by this or by an earlier try of the same id; false when it cannot be. */
export const takeInvitation = async (deps: TakeDeps, taking: Taking): Promise<boolean> => {
  const { registry, people, deliver, environment, seal } = deps
  const { code, person: account, name, chat, channel, browser } = taking
  let tried: string | undefined
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const now = environment.now()
    const found = await openInvitation(registry, code, now)
    if (!found) return false
    const { hash, invitation, rights } = found
    // Somebody who belongs to a unit already takes it as themselves: next year's link, or another unit's.
    const known = await people.personOf(account)
    const person = invitation.person ?? known?.id ?? personId(environment.id())
    const role = JSON.stringify([invitation.role ?? 'filler'])
    const act = await invitationAct(seal, 'entered', hash, invitation, role)
    const gone = (await replaced(registry, invitation)).filter(each => each.person !== person)
    const ends = await Promise.all(gone.map(each => endingAct(seal, each.person, each)))
    const chains = await sealActs(deps, { by: person, at: now, channel }, [act, ...ends])
    const committed = await deliver.commit({
      ...emptyCommit(taking),
      rights,
      enrol: {
        invitation: hash,
        person,
        account,
        name: onOneLine(name),
        chat,
        takenWith: browser?.takenWith ?? null,
      },
      ...(browser && { session: browser.session, sessionsEnded: browser.ended }),
      chains,
    })
    if (committed !== 'lost') return true
    // Lost twice at the same end of the chain, it was not for an act that came between.
    if (chains[0]?.expected === tried) return false
    tried = chains[0]?.expected
    await environment.sleep(lostRace.pauseMs(attempt, environment.chance))
  }
  throw fault('contention', 'enrol')
}

/** The membership that gives way, while it stands. */
const replaced = async (
  registry: Pick<Registry, 'members'>,
  { unit, replaces }: Pick<Invitation, 'unit' | 'replaces'>,
): Promise<readonly Membership[]> =>
  replaces ? (await registry.members(unit)).filter(({ id }) => id === replaces) : []

/** Names of every channel stand in lists and on terminals: no control sign, no break. */
const onOneLine = (name: string): string => name.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim()
