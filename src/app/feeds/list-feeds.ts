// The calendars' addresses that are in use. None of them is told: only hashes are kept.

import { type Caller, openUnits } from '../open.ts'
import type { Feeds, ListedFeed } from '../ports/feeds.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = { readonly registry: Pick<Registry, 'unitGrounds'>; readonly feeds: Pick<Feeds, 'feeds'> }

/** Those of units that the caller reaches. */
export const listFeeds = async (
  { registry, feeds }: Deps,
  caller: Caller,
): Promise<readonly ListedFeed[]> => {
  const all = await feeds.feeds()
  const ids = all.map(({ unit }) => unit)
  const units = await openUnits(registry, caller, ids, 'see-calendar')
  return all.filter(({ unit }) => units.has(unit))
}
