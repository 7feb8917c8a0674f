// Acts on units and on the district, written with their lines of the audit or not at all.

import type { Rights } from '../district/access.ts'
import { fault } from '../faults.ts'
import { type Actor, type AuditAct, auditLines, type Seal } from './audit.ts'
import { lostRace } from './lost-race.ts'
import type { Audits, ChainCommit, Recorded } from './ports/audits.ts'
import type { Environment } from './ports/environment.ts'

/** The act, and the chain of the smallest thing that it changes. */
export type ScopedAct = AuditAct & { readonly scope: ChainCommit['scope'] }

export type Recorder = {
  readonly audits: Pick<Audits, 'headsOf'>
  readonly seal: Seal
} & Pick<Environment, 'id' | 'chance' | 'sleep'>

/** The sealed lines, as they follow the heads that stand at this moment. */
export const sealActs = async (
  { audits, seal }: Pick<Recorder, 'audits' | 'seal'>,
  who: Actor,
  acts: readonly ScopedAct[],
): Promise<readonly ChainCommit[]> => {
  const scopes = [...new Set(acts.map(({ scope }) => scope))]
  const heads = await audits.headsOf(scopes)
  return Promise.all(
    scopes.map(async (scope, n) => {
      const expected = heads[n] ?? ''
      const own = acts.filter(act => act.scope === scope)
      return { scope, expected, ...(await auditLines(seal, scope, expected, own, who)) }
    }),
  )
}

/** Hands the sealed line to `write`, again when another act came first. */
export const recordAct = async (
  recorder: Recorder,
  { who, rights }: { readonly who: Actor; readonly rights: Rights },
  act: ScopedAct,
  write: (recorded: Recorded) => Promise<boolean>,
): Promise<void> => {
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const [line] = await sealActs(recorder, who, [act])
    if (line && (await write({ chains: [line], rights }))) return
    await recorder.sleep(lostRace.pauseMs(attempt, recorder.chance))
  }
  throw fault('contention', 'chain')
}
