// Lets the first administrator in by the code that the environment holds, once for ever. Wrong, used and never set are
// one answer; guesses are slowed, the right one among them too.

import { personId, unitId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import type { Seal } from '../audit.ts'
import { hashOf } from '../hash-of.ts'
import { lostRace } from '../lost-race.ts'
import type { Environment, Log } from '../ports/environment.ts'
import type { Registry, Unit } from '../ports/registry.ts'
import { sessionLasts } from '../ports/sessions.ts'
import type { FirstAdministrator, Setup } from '../ports/setup.ts'
import { type Recorder, type ScopedAct, sealActs } from '../record-acts.ts'
import { createTokenBucket } from '../token-bucket.ts'
import type { SetupEntrance, SetupOutcome } from '../use-cases.ts'
import { addingActs } from './add-unit.ts'
import { nameOf } from './name-of.ts'

type Deps = Recorder &
  Pick<Environment, 'now' | 'elapsed'> & {
    readonly setup: Setup
    readonly registry: Pick<Registry, 'units'>
    readonly log: Log
    /** Null when none is set. */
    readonly code: string | null
  }

/** Ten at once, then one in a minute: of a code of 16 characters nobody gets anywhere. */
const rate = { capacity: 10, refillMs: 60_000 }
const longestName = 40
const refused = { type: 'refused' } as const
const unfit = (field: 'name' | 'district') => ({ type: 'unfit', field }) as const

export const createSetup = (deps: Deps): SetupEntrance => {
  const { setup, seal, id, log } = deps
  // Before the database, which all processes share and which a flood shall not reach.
  const take = createTokenBucket({ ...rate, keys: 1 }, deps.elapsed)

  const isRight = async (typed: string): Promise<boolean> => {
    // Without a code a random one is compared, so that it takes as long.
    const right = deps.code ?? id() + id()
    return isSame(await codeHash(seal, right), await codeHash(seal, typed.trim())) && deps.code !== null
  }

  return {
    asksDistrict: async () => (await setup.setupState()).root === null,

    setUp: async (channel, { code, name: typedName, district: typedDistrict }) => {
      const waitMs = take('all') || (await setup.takeGuess(rate, deps.now()))
      if (waitMs > 0) return { type: 'slowed', waitMs }
      const [name, district] = [nameOf(typedName, longestName), nameOf(typedDistrict)]
      if (name === null) return unfit('name')
      const matches = await isRight(code)
      const { root } = await setup.setupState()
      if (root === null && district === null) return unfit('district')
      const outcome = matches ? await letIn(deps, channel, { code: code.trim(), name, district }) : refused
      log(outcome.type === 'entered' ? 'setup.done' : 'setup.refused')
      return outcome
    },
  }
}

const entering = { what: 'set-up', scope: 'root', old: null } as const

type FitTry = { readonly code: string; readonly name: string; readonly district: string | null }

/** In one commit; tried again while other acts come in between, until somebody else was let in. */
const letIn = async (deps: Deps, channel: string, typed: FitTry): Promise<SetupOutcome> => {
  const { setup, seal, id } = deps
  const token = id() + id() + id() + id()
  const account = `${channel}:${id()}${id()}`
  const person = { id: personId(id()), name: typed.name }
  const [hash, taken] = [await hashOf(token), await codeHash(seal, typed.code)]
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const [expected] = await deps.audits.headsOf(['root'])
    const { isOpen, root } = await setup.setupState()
    if (!isOpen) return refused
    const at = deps.now()
    const place = root === null ? await districtOf(deps, typed.district) : { unit: { id: root }, acts: [] }
    if (!place) return unfit('district')
    const chains = await sealActs(deps, { by: person.id, at, channel }, [
      { ...entering, about: `person/${person.id}`, new: JSON.stringify(['administrator', place.unit.id]) },
      ...place.acts,
    ])
    const isSameRoot = chains.some(chain => chain.scope === 'root' && chain.expected === expected)
    const first: FirstAdministrator = {
      ...{ person, membership: id(), at, taken },
      unit: 'name' in place.unit ? { ...place.unit, isRoot: true } : place.unit.id,
      session: { hash, account, since: at, expiresAt: at + sessionLasts },
    }
    if (isSameRoot && (await setup.setUp(first, chains))) return { type: 'entered', token }
    await deps.sleep(lostRace.pauseMs(attempt, deps.chance))
  }
  throw fault('database-unavailable', 'contention')
}

/**
 * The district's unit and the lines of its making: a new one, or the one of that name at the top. Null when a unit of
 * that name stands below another.
 */
const districtOf = async (
  { registry, seal, id }: Pick<Deps, 'registry' | 'seal' | 'id'>,
  name: string | null,
): Promise<{ readonly unit: Unit; readonly acts: readonly ScopedAct[] } | null> => {
  if (name === null) return null
  const units = await registry.units()
  const stands = units.find(each => each.name === name)
  if (stands?.parent) return null
  const unit: Unit = stands ?? { id: unitId(id() + id()), name, level: 'county', powers: {} }
  const acts = await addingActs(
    seal,
    unit,
    null,
    units.filter(each => each !== stands),
  )
  return { unit, acts: stands ? acts.slice(1) : acts }
}

/** Keyed, so that who has the database learns nothing of a code that people made up. */
const codeHash = async (seal: Seal, code: string): Promise<string> => seal('setup', code)

/** In a time that says nothing of where they differ; both are hashes of one length. */
const isSame = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}
