// The chased units of a campaign for a command, or its refusal.

import { type ChasedCampaign, readChased } from '../../app/chasing/read-chased.ts'
import type { Campaign } from '../../district/campaign.ts'
import type { Store } from '../../storage/store.ts'
import type { Config } from '../config.ts'
import { type CommandContext, refusal } from './command-context.ts'

export const chasedOf = async (
  { catalog, words, say, now }: CommandContext,
  store: Store,
  { TIMEZONE: zone }: Pick<Config, 'TIMEZONE'>,
  campaign: Campaign,
): Promise<ChasedCampaign> => {
  const ports = { registry: store, nudges: store, contacts: store, calendar: store }
  const read = await readChased(
    { ...ports, catalog, words, zone },
    { type: 'shell', at: now() },
    campaign,
    now(),
  )
  if (!read) throw refusal(say('refused.not-allowed'), 1)
  return read
}
