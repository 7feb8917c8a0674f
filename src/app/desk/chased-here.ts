// The chased units of the campaign that is open, as somebody at a desk may see them.

import { type ChasedCampaign, readChased } from '../chasing/read-chased.ts'
import type { Asker } from './asking.ts'
import type { DeskDeps } from './desk-deps.ts'

/** Of the newest open campaign that the asker reaches; null where there is none. */
export const readOpenChased = async (
  deps: DeskDeps,
  { caller }: Pick<Asker, 'caller'>,
): Promise<ChasedCampaign | null> => {
  const open = (await deps.campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  for (const campaign of open) {
    const read = await readChased({ ...deps, zone: deps.environment.zone }, caller, campaign, caller.at)
    if (read) return read
  }
  return null
}
