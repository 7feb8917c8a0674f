// Nudges that went out or wait in a campaign, and whether they arrived.

import type { Campaign } from '../../district/campaign.ts'
import { type Caller, openUnit } from '../open.ts'
import type { ListedNudge, Nudges } from '../ports/nudges.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly nudges: Pick<Nudges, 'nudgesOf'>
}

/** The latest first; null where the door is shut. */
export const listNudges = async (
  { registry, nudges }: Deps,
  caller: Caller,
  campaign: Campaign,
): Promise<readonly ListedNudge[] | null> =>
  (await openUnit(registry, caller, campaign.root, 'preview-nudges')) ? nudges.nudgesOf(campaign.id) : null
