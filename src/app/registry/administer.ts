// The frame of every act of the registry: what it does is worked out from what stands, asked at the door, and written
// with its lines of the audit in one commit; when something came in between, all of it anew.

import type { Rights } from '../../district/access.ts'
import { fault } from '../../faults.ts'
import type { Actor } from '../audit.ts'
import { lostRace } from '../lost-race.ts'
import type { ChainCommit, Recorded } from '../ports/audits.ts'
import { type Recorder, type ScopedAct, sealActs } from '../record-acts.ts'

/** Why an act was refused: a person's mistake or a missing right, never a failure of ours. */
export type RegistryRefusal =
  | 'not-allowed'
  | 'unit-unknown'
  | 'unit-closed'
  | 'id-taken'
  | 'last-administrator'
  | 'link-unfit'
  | 'name-unfit'
  | 'name-taken'
  | 'parent-unknown'
  | 'below-itself'
  | 'root-stays'
  | 'root-stands'
  | 'units-below'
  | 'reports-filed'
  | 'invitation-unknown'
  | 'person-unknown'
  | 'person-ambiguous'
  | 'member-already'
  | 'absence-unfit'
  | 'absence-unknown'
  | 'substitute-unknown'
  | 'own-substitute'
  | 'dates-unfit'
  | 'campaign-stands'
  | 'campaign-over'
  | 'campaign-closed'
  | 'not-in-campaign'
  | 'extension-unfit'
  | 'successor-unfit'
  | 'report-begun'
  | 'group-unknown'
  | 'group-name'
  | 'group-stands'
  | 'group-address'
  | 'group-secret'

export type RefusedAct = { readonly type: 'refused'; readonly why: RegistryRefusal }
export type Administered<T> = { readonly type: 'done'; readonly value: T } | RefusedAct

/** An act that may be done as things stand. */
export type PlannedAct<T> = {
  readonly type: 'planned'
  readonly who: Actor
  readonly rights: Rights
  /** Without any there is nothing to write. */
  readonly acts: readonly ScopedAct[]
  /** False when something came in between. */
  readonly write: (recorded: Recorded) => Promise<boolean>
  readonly value: T
}

/**
 * Plans and writes. `locks` are the chains whose acts may not come between the reading and the writing: their heads are
 * read before anything else.
 */
export const administer = async <T>(
  recorder: Recorder,
  locks: readonly ChainCommit['scope'][],
  plan: () => Promise<PlannedAct<T> | RefusedAct>,
): Promise<Administered<T>> => {
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const heads = await recorder.audits.headsOf(locks)
    const planned = await plan()
    if (planned.type === 'refused') return planned
    const { who, acts, rights, write, value } = planned
    const [first, ...more] = await sealActs(recorder, who, acts)
    if (!first) return { type: 'done', value }
    const isSame = [first, ...more].every(({ scope, expected }) => {
      const at = locks.indexOf(scope)
      return at < 0 || heads[at] === expected
    })
    if (isSame && (await write({ chains: [first, ...more], rights }))) return { type: 'done', value }
    await recorder.sleep(lostRace.pauseMs(attempt, recorder.chance))
  }
  throw fault('contention', 'registry')
}

/** The value of an act that nothing can refuse. */
export const done = <T>(administered: Administered<T>): T => {
  if (administered.type === 'refused') throw fault('case-unknown', administered.why)
  return administered.value
}

export const refuse = (why: RegistryRefusal): RefusedAct => ({ type: 'refused', why })
