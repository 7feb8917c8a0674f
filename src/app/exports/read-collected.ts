// The campaign's units with their standings and all that an office keeps of them, as far as the caller may see it.

import type { Action } from '../../district/access.ts'
import type { Campaign } from '../../district/campaign.ts'
import type { Filing, UnitId } from '../../engine/filing.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { type Caller, openUnits } from '../open.ts'
import { type DueStanding, readStandings } from '../oversight/read-status.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Collected, LedgerRow } from '../ports/collected.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround' | 'unitGrounds'>
  readonly campaigns: Pick<Campaigns, 'campaignStandings'>
  readonly collected: Collected
  readonly catalog: Catalog
}

export type CollectedUnit = { readonly standing: DueStanding; readonly kept: LedgerRow }

/** In the district's order; null where the caller reaches none of it. */
export const readCollectedUnits = async (
  deps: Deps,
  caller: Caller,
  campaign: Campaign,
): Promise<readonly CollectedUnit[] | null> => {
  const standings = await readStandings(deps, caller, campaign)
  if (!standings) return null
  const rows = new Map((await deps.collected.ledger(campaign.id)).map(row => [row.unit, row]))
  return standings.flatMap(standing => {
    const kept = rows.get(standing.id)
    return kept ? [{ standing, kept }] : []
  })
}

/** The units to which the caller may do this. */
export const allowedUnits = async (
  { registry }: Pick<Deps, 'registry'>,
  caller: Caller,
  units: readonly CollectedUnit[],
  action: Action,
): Promise<ReadonlySet<UnitId>> => {
  const ids = units.map(({ standing }) => standing.id)
  return new Set((await openUnits(registry, caller, ids, action)).keys())
}

/** Reports by their units, a page at a time, so that no more than a page is held beside what is made of it. */
export async function* reportPages(
  { collected }: Pick<Deps, 'collected'>,
  units: readonly CollectedUnit[],
): AsyncGenerator<readonly (readonly [CollectedUnit, Filing])[], void, void> {
  for (let at = 0; at < units.length; at += page) {
    const some = units.slice(at, at + page)
    const read = await collected.reports(some.map(({ kept }) => kept.filing))
    const byUnit = new Map(read.map(filing => [filing.unit, filing]))
    yield some.flatMap(unit => {
      const filing = byUnit.get(unit.standing.id)
      return filing ? [[unit, filing] as const] : []
    })
  }
}

/** One report has some two hundred cells and twenty thousand signs of text at most. */
const page = 40
