// Changes facts of a unit: its level and its three flags, or that it is closed, with the unit that took its duties over.
// The fate of a report that was begun is asked and never guessed.

import type { UnitFlags } from '../../district/unit-tree.ts'
import type { UnitId } from '../../engine/filing.ts'
import type { Level } from '../../engine/form.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { ListedUnit, Prints, Registry, UnitFacts } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'units' | 'unitGround' | 'changeUnit'>
  readonly campaigns: Pick<Campaigns, 'campaigns' | 'campaignStandings'>
}

export type UnitChange = Partial<UnitFlags> & {
  readonly level?: Level
  /** Those that are given change. */
  readonly prints?: Partial<Prints>
  /** A day (`YYYY-MM-DD`): it joins no campaign any more. Null opens it again. */
  readonly closed?: string | null
  readonly successor?: UnitId
}

/** `goesOn`: a report that was begun stays in its campaign; without it such a unit is refused. */
export const changeUnit = (
  deps: Deps,
  caller: Caller,
  {
    unit: id,
    change,
    goesOn,
  }: { readonly unit: UnitId; readonly change: UnitChange; readonly goesOn: boolean },
): Promise<Administered<ListedUnit>> =>
  administer(deps, [`unit/${id}`], async () => {
    const admitted = await openUnit(deps.registry, caller, id, actionOf(change))
    if (!admitted) return refuse('not-allowed')
    const heads = await headsOf(deps, change.successor)
    const units = await deps.registry.units()
    const unit = units.find(each => each.id === id)
    if (!unit) return refuse('unit-unknown')
    const successor = units.find(each => each.id === change.successor)
    if (change.successor !== undefined && (!successor || successor.id === id || successor.closed !== null))
      return refuse('successor-unfit')
    const isEnding = change.files === false || typeof change.closed === 'string'
    if (typeof change.closed === 'string' && unit.isRoot) return refuse('root-stays')
    if (
      typeof change.closed === 'string' &&
      units.some(({ parent, closed }) => parent === id && closed === null)
    )
      return refuse('units-below')
    const leaves = isEnding ? await openReports(deps, id) : []
    if (leaves.some(({ hasBegun }) => hasBegun) && !goesOn) return refuse('report-begun')
    const above = units.find(each => each.id === unit.parent)
    if (change.closed === null && above && above.closed !== null) return refuse('unit-closed')
    const { prints, ...facts } = change
    const changed: ListedUnit = {
      ...{ ...unit, ...facts },
      ...(prints && { prints: { ...noPrints, ...unit.prints, ...prints } }),
    }
    const { prints: stood, ...others } = changed
    const seen = {
      filings: isEnding
        ? unit.filings.map(({ id, version, state }) => ({ filing: id, expected: version, state }))
        : [],
      heads,
    }
    return {
      ...{ type: 'planned', ...admitted },
      acts: [changingAct(unit, changed)],
      write: recorded =>
        deps.registry.changeUnit(id, prints && stood ? changed : others, isEnding, recorded, seen),
      value: changed,
    }
  })

export const noPrints: Prints = { contact: null, closes: false, signs: null }

/** How its documents print is a unit's own affair; the rest is its district's. */
const actionOf = (change: UnitChange): 'set-prints' | 'change-unit' =>
  Object.keys(change).every(fact => fact === 'prints') ? 'set-prints' : 'change-unit'

/** Of the campaigns that are open. */
const openReports = async ({ campaigns }: Deps, unit: UnitId) => {
  const open = (await campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  const standings = await Promise.all(open.map(({ id }) => campaigns.campaignStandings(id)))
  return standings.flat().filter(({ id }) => id === unit)
}

/** Read before the unit itself: the one that takes the duties over must not be closed in between. */
const headsOf = async ({ audits }: Deps, successor: UnitId | undefined) => {
  if (successor === undefined) return []
  const [head = ''] = await audits.headsOf([`unit/${successor}`])
  return [[successor, head] as const]
}

const changingAct = (before: ListedUnit, after: UnitFacts): ScopedAct => ({
  what: 'unit-changed',
  scope: `unit/${before.id}`,
  about: `unit/${before.id}`,
  old: factsText(before),
  new: factsText(after),
})

/** Of the contact only whether there is one: the audit holds no telephone. */
const factsText = ({ level, files, publishes, counts, closed, successor, prints }: UnitFacts): string =>
  JSON.stringify([
    ...[level, files, publishes, counts, closed, successor],
    ...(prints ? [prints.contact !== null, prints.closes, prints.signs !== null] : []),
  ])
