// Takes units away with all that was filed in them. Their chains stay, and the root's line says where each of them ends.

import type { UnitId } from '../../engine/filing.ts'
import { allRights, type Caller, openUnits } from '../open.ts'
import type { AuditLine, Audits, ChainEnd, ChainScope } from '../ports/audits.ts'
import type { ListedUnit, Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'removeUnits' | 'units' | 'unitGrounds'>
}

/** With `withReports` also units in which something was filed; the value is how many went. */
export const removeUnits = (
  deps: Deps,
  caller: Caller,
  { units: ids, withReports }: { readonly units: readonly UnitId[]; readonly withReports: boolean },
): Promise<Administered<number>> =>
  administer(deps, ['root'], async () => {
    const admitted = await openUnits(deps.registry, caller, ids, 'remove-units')
    const [first] = admitted.values()
    if (!first || !ids.every(id => admitted.has(id))) return refuse('not-allowed')
    const all = await deps.registry.units()
    const units = all.filter(({ id }) => ids.includes(id))
    if (units.length < ids.length) return refuse('unit-unknown')
    // Somebody who is left without a district has no way back but a shell, which not every server has.
    if (caller.type === 'person' && units.some(({ isRoot }) => isRoot)) return refuse('root-stays')
    if (all.some(({ id, parent }) => !ids.includes(id) && parent !== null && ids.includes(parent)))
      return refuse('units-below')
    const filings = units.flatMap(unit => unit.filings)
    if (!withReports && filings.some(({ standing }) => standing !== null)) return refuse('reports-filed')
    const chains = await chainsOf(deps.audits, units)
    const seen = {
      filings: filings.map(({ id, version, state }) => ({ filing: id, expected: version, state })),
      heads: chains.map(({ unit, head }) => [unit, head] as const),
    }
    return {
      ...{ type: 'planned', who: first.who, rights: allRights([...admitted.values()]) },
      acts: chains.map(removingAct),
      write: recorded => deps.registry.removeUnits(ids, recorded, seen),
      value: units.length,
    }
  })

type UnitChains = {
  readonly unit: UnitId
  readonly head: string
  /** Scopes with their heads. */
  readonly ends: readonly (readonly [string, string])[]
}

/** The ends of the chains of each unit and of its filings. */
const chainsOf = async (
  audits: Pick<Audits, 'headsOf'>,
  units: readonly Pick<ListedUnit, 'id' | 'filings'>[],
): Promise<readonly UnitChains[]> => {
  const scopesOf = ({ id, filings }: (typeof units)[number]): readonly ChainScope[] => [
    `unit/${id}`,
    ...filings.map(filing => `filing/${filing.id}` as const),
  ]
  const all = units.flatMap(scopesOf)
  const heads = await audits.headsOf(all)
  const headOf = new Map(all.map((scope, at) => [scope, heads[at] ?? '']))
  return units.map(unit => {
    const own = scopesOf(unit).map(scope => [scope, headOf.get(scope) ?? ''] as const)
    return { unit: unit.id, head: own[0]?.[1] ?? '', ends: own.filter(([, head]) => head !== '') }
  })
}

const removed = 'unit-removed'

const removingAct = ({ unit, ends }: UnitChains): ScopedAct => ({
  what: removed,
  scope: 'root',
  about: `unit/${unit}`,
  old: JSON.stringify(ends),
  new: null,
})

/** Where the chains ended that such a line tells of. */
export const erasedEnds = ({ what, old }: AuditLine): readonly ChainEnd[] => {
  if (what !== removed) return []
  const ends = JSON.parse(old ?? '[]') as readonly (readonly [string, string])[]
  return ends.map(([scope, head]) => {
    const [n = '', hash = ''] = head.split(':')
    return { scope, n: Number(n), hash }
  })
}
