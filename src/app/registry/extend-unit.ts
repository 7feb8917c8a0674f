// Gives one unit a later day than the campaign's, with its end.

import { dueDay } from '../../district/campaign.ts'
import type { UnitId } from '../../engine/filing.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { legalDay } from '../legal-day.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly campaigns: Pick<Campaigns, 'campaigns' | 'campaignStandings' | 'extend'>
  readonly catalog: Pick<Catalog, 'obligations'>
}

/** `until` is a day (`YYYY-MM-DD`), to its end. */
export type ExtensionWish = { readonly campaign: string; readonly unit: UnitId; readonly until: string }

/** The unit's line holds the day before and the new one. */
export const extendUnit = (
  deps: Deps,
  caller: Caller,
  { campaign: id, unit, until }: ExtensionWish,
): Promise<Administered<{ readonly before: string | null }>> =>
  administer(deps, [`unit/${unit}`], async () => {
    const admitted = await openUnit(deps.registry, caller, unit, 'extend-unit')
    if (!admitted) return refuse('not-allowed')
    const campaign = (await deps.campaigns.campaigns()).find(each => each.id === id)
    if (!campaign || campaign.closedAt !== null) return refuse('campaign-closed')
    const standing = (await deps.campaigns.campaignStandings(id)).find(each => each.id === unit)
    if (!standing || standing.state === 'exempt') return refuse('not-in-campaign')
    const due = dueDay(campaign.dates, null, legalDay(deps.catalog, campaign, standing.level))
    if (until <= due || until > `${campaign.year + 1}-12-31`) return refuse('extension-unfit')
    const before = standing.extendedUntil
    const { by, at } = admitted.who
    return {
      ...{ type: 'planned', ...admitted },
      acts: [
        {
          ...({ what: 'extended', scope: `unit/${unit}`, about: `campaign/${id}` } as const),
          ...{ old: before, new: until },
        },
      ],
      write: recorded => deps.campaigns.extend({ campaign: id, unit, until, by, at }, recorded),
      value: { before },
    }
  })
