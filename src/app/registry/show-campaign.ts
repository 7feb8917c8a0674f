// One campaign as it is shown: how many units are in it, and which of them have a later day.

import type { Campaign } from '../../district/campaign.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly campaigns: Pick<Campaigns, 'campaignStandings'>
}

/** `until` is a day (`YYYY-MM-DD`). */
export type ShownCampaign = {
  readonly units: number
  readonly extensions: readonly { readonly unit: string; readonly until: string }[]
}

/** Null where the door is shut. */
export const showCampaign = async (
  { registry, campaigns }: Deps,
  caller: Caller,
  { id, root }: Campaign,
): Promise<ShownCampaign | null> => {
  if (!(await openUnit(registry, caller, root, 'list-campaigns'))) return null
  const standings = await campaigns.campaignStandings(id)
  return {
    units: standings.length,
    extensions: standings.flatMap(({ unit, extendedUntil: until }) =>
      until === null ? [] : [{ unit, until }],
    ),
  }
}
