// The campaigns that the caller may see, the latest year first.

import type { Campaign } from '../../district/campaign.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly campaigns: Pick<Campaigns, 'campaigns'>
}

export const listCampaigns = async (
  { registry, campaigns }: Deps,
  caller: Caller,
): Promise<readonly Campaign[]> => {
  const all = await campaigns.campaigns()
  const asked = await Promise.all(all.map(({ root }) => openUnit(registry, caller, root, 'list-campaigns')))
  return all.filter((_, at) => asked[at])
}
