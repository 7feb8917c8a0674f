// Closes a campaign: no unit joins it any more, and nothing that was filed changes.

import type { Campaign } from '../../district/campaign.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly campaigns: Pick<Campaigns, 'campaigns' | 'closeCampaign'>
}

export const closeCampaign = (deps: Deps, caller: Caller, id: string): Promise<Administered<Campaign>> =>
  administer(deps, ['root'], async () => {
    const campaign = (await deps.campaigns.campaigns()).find(each => each.id === id)
    const admitted = await openUnit(deps.registry, caller, campaign?.root ?? null, 'close-campaign')
    if (!admitted) return refuse('not-allowed')
    if (!campaign || campaign.closedAt !== null) return refuse('campaign-closed')
    const { at } = caller
    return {
      ...{ type: 'planned', ...admitted },
      acts: [{ what: 'campaign-closed', scope: 'root', about: `campaign/${id}`, old: null, new: null }],
      write: recorded => deps.campaigns.closeCampaign(id, at, recorded),
      value: { ...campaign, closedAt: at },
    }
  })
