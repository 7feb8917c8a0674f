// Opens a campaign: its obligation, year and dates. The units that file join it by the clock, a slice a turn.

import { type Campaign, type CampaignDates, dateProblem, type Practice } from '../../district/campaign.ts'
import type { ObligationId } from '../../engine/form.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'units' | 'unitGround'>
  readonly campaigns: Pick<Campaigns, 'campaigns' | 'openCampaign'>
}

export type CampaignWish = {
  readonly obligation: ObligationId
  readonly year: number
  readonly practice: Practice
  readonly dates: CampaignDates
}

/** Of the whole district; one for each obligation and year. The root's line holds what is collected until when. */
export const openCampaign = (
  deps: Deps,
  caller: Caller,
  { obligation, year, practice, dates }: CampaignWish,
): Promise<Administered<Campaign>> =>
  administer(deps, ['root'], async () => {
    const units = await deps.registry.units()
    const root = units.find(({ isRoot }) => isRoot)?.id ?? null
    const admitted = await openUnit(deps.registry, caller, root, 'open-campaign')
    if (!admitted) return refuse('not-allowed')
    if (dateProblem(practice, dates, year)) return refuse('dates-unfit')
    const all = await deps.campaigns.campaigns()
    const stands = all.find(each => each.obligation === obligation && each.year === year)
    if (stands) return refuse(stands.closedAt === null ? 'campaign-stands' : 'campaign-over')
    const campaign: Campaign = {
      ...{ id: deps.id() + deps.id(), obligation, year, root, practice, dates },
      ...{ openedAt: caller.at, closedAt: null },
    }
    return {
      ...{ type: 'planned', ...admitted },
      acts: [
        {
          ...({
            what: 'campaign-opened',
            scope: 'root',
            about: `campaign/${campaign.id}`,
            old: null,
          } as const),
          new: JSON.stringify([obligation, year, root, practice, dates]),
        },
      ],
      write: recorded => deps.campaigns.openCampaign(campaign, recorded),
      value: campaign,
    }
  })
