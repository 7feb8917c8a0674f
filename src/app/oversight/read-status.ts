// The progress of a campaign, from its standings alone: two queries, whatever the number of units.

import { type Campaign, dueDay } from '../../district/campaign.ts'
import { dateIn } from '../../district/date-in.ts'
import { type CampaignSummary, summaryOf } from '../../district/summary.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { legalDay } from '../legal-day.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly campaigns: Pick<Campaigns, 'campaignStandings'>
  readonly catalog: Catalog
  /** The district's. */
  readonly zone: string
}

/** As of the caller's instant; null where the door is shut. */
export const readStatus = async (
  { registry, campaigns, catalog, zone }: Deps,
  caller: Caller,
  campaign: Campaign,
): Promise<CampaignSummary | null> => {
  if (!(await openUnit(registry, caller, campaign.root, 'see-progress'))) return null
  const standings = (await campaigns.campaignStandings(campaign.id)).map(standing => {
    const lastDay = legalDay(catalog, campaign, standing.level)
    return { ...standing, due: dueDay(campaign.dates, standing.extendedUntil, lastDay) }
  })
  const dayOf = (at: number) => dateIn(zone, at)
  return summaryOf(standings, dayOf(caller.at), dayOf)
}
