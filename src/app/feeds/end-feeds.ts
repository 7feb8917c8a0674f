// Ends calendar feeds: from then on their addresses are nobody's.

import type { UnitId } from '../../engine/filing.ts'
import { allRights, type Caller, openUnit } from '../open.ts'
import type { Feeds, ListedFeed } from '../ports/feeds.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, administer, refuse } from '../registry/administer.ts'
import { feedAct } from './make-feed.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly feeds: Pick<Feeds, 'feeds' | 'endFeeds'>
}

/** Of a unit; a person ends their own, the shell all. The value is those that ended. */
export const endFeeds = (
  deps: Deps,
  caller: Caller,
  unit: UnitId,
): Promise<Administered<readonly ListedFeed[]>> =>
  administer(deps, [], async () => {
    const admitted = await openUnit(deps.registry, caller, unit, 'make-feed')
    if (!admitted) return refuse('not-allowed')
    const own = caller.type === 'person' ? admitted.who.by : undefined
    const ended = (await deps.feeds.feeds()).filter(
      feed => feed.unit === unit && (own === undefined || feed.person === own),
    )
    return {
      ...{ type: 'planned', who: admitted.who, value: ended },
      rights: allRights([admitted]),
      acts: await Promise.all(ended.map(feed => feedAct(deps.seal, 'feed-ended', feed))),
      write: recorded =>
        deps.feeds.endFeeds(
          ended.map(({ hash }) => hash),
          recorded,
        ),
    }
  })
