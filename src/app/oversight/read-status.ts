// The progress of a campaign, from its standings alone: two queries, whatever the number of units.

import { type Campaign, dueDay } from '../../district/campaign.ts'
import { type CampaignSummary, summaryOf, type UnitStanding } from '../../district/summary.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { legalDay } from '../legal-day.ts'
import { type Caller, openUnit, openUnits } from '../open.ts'
import type { CampaignStanding, Campaigns } from '../ports/campaigns.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround' | 'unitGrounds'>
  readonly campaigns: Pick<Campaigns, 'campaignStandings'>
  readonly catalog: Catalog
  /** The day of an instant in the district's zone. */
  readonly dayOf: (at: number) => string
}

/** As of the caller's instant, of the units that the caller reaches; null where there is none. */
export const readStatus = async (
  deps: Deps,
  caller: Caller,
  campaign: Campaign,
): Promise<CampaignSummary | null> => {
  const standings = await readStandings(deps, caller, campaign)
  return standings && summaryOf(standings, deps.dayOf(caller.at), deps.dayOf)
}

/** A unit's standing, and the day until which it is on time. */
export type DueStanding = CampaignStanding & Pick<UnitStanding, 'due'>

/** The same unit by unit, in the district's order. */
export const readStandings = async (
  { registry, campaigns, catalog }: Omit<Deps, 'dayOf'>,
  caller: Caller,
  campaign: Campaign,
): Promise<readonly DueStanding[] | null> => {
  const all = await campaigns.campaignStandings(campaign.id)
  const open = await openUnits(
    registry,
    caller,
    [...all.map(({ id }) => id), ...(campaign.root === null ? [] : [campaign.root])],
    'see-progress',
  )
  if (open.size === 0 && !(await openUnit(registry, caller, campaign.root, 'see-progress'))) return null
  return all
    .filter(({ id }) => open.has(id))
    .map(standing => {
      const lastDay = legalDay(catalog, campaign, standing.level)
      return { ...standing, due: dueDay(campaign.dates, standing.extendedUntil, lastDay) }
    })
}
