// Lets units join the campaigns that are open and judges what is behind, at once: who works in a shell may have no
// server whose clock would do it.

import { judgeBehind } from '../../app/filing/judge-behind.ts'
import { emptyCommit } from '../../app/ports/commit.ts'
import { joinAll } from '../../app/registry/join-campaign.ts'
import type { Store } from '../../storage/store.ts'
import { auditSeal } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { realEnvironment } from '../environment.ts'
import type { CommandContext } from './command-context.ts'

export const settleCampaigns = async (
  { catalog, now: clock }: Pick<CommandContext, 'catalog' | 'now'>,
  store: Store,
  config: Config,
): Promise<void> => {
  const environment = realEnvironment(config.TIMEZONE)
  const now = clock()
  const ports = { campaigns: store, schedule: store, standings: store }
  await joinAll({ ...ports, catalog, environment, seal: auditSeal(config) }, now)
  for (;;) {
    const judged = await judgeBehind({ ...ports, catalog, environment }, now)
    if (judged.length === 0) return
    const incoming = { channel: 'shell', id: environment.id(), at: now }
    // Lost to a server that was at the same: it is judged then.
    if ((await store.commit({ ...emptyCommit(incoming), judged })) === 'lost') return
  }
}
