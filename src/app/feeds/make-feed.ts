// Makes a secret address at which a calendar fetches the dates of a unit. The secret is given back and kept nowhere: its
// hash is.

import type { UnitId } from '../../engine/filing.ts'
import type { Seal } from '../audit.ts'
import { hashOf } from '../hash-of.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Feed, Feeds } from '../ports/feeds.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from '../registry/administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly feeds: Pick<Feeds, 'addFeed' | 'feeds'>
}

/** A telephone, a computer, a colleague's: with one more the oldest ends. */
const mostOfOne = 5

/**
 * 192 bits that nobody guesses, made when absent: a code that stands already is given back, and is no second feed. A
 * person's feed is nobody's once they have no right to the unit.
 */
export const makeFeed = (
  deps: Deps,
  caller: Caller,
  unit: UnitId,
  given?: string,
): Promise<Administered<{ readonly code: string; readonly feed: Feed }>> =>
  administer(deps, [], async () => {
    const admitted = await openUnit(deps.registry, caller, unit, 'make-feed')
    if (!admitted) return refuse('not-allowed')
    const code = given ?? deps.id() + deps.id() + deps.id()
    const person = caller.type === 'person' ? admitted.who.by : null
    const feed = { hash: await hashOf(code), unit, person, since: caller.at }
    const own = (await deps.feeds.feeds()).filter(each => each.unit === unit && each.person === person)
    const stands = own.find(({ hash }) => hash === feed.hash)
    if (stands)
      return {
        type: 'planned',
        ...admitted,
        acts: [],
        write: async () => true,
        value: { code, feed: stands },
      }
    const ended = own.slice(0, Math.max(0, own.length + 1 - mostOfOne))
    return {
      ...{ type: 'planned', ...admitted },
      acts: [
        ...(await Promise.all(ended.map(each => feedAct(deps.seal, 'feed-ended', each)))),
        await feedAct(deps.seal, 'feed-made', feed),
      ],
      write: recorded =>
        deps.feeds.addFeed(
          feed,
          ended.map(({ hash }) => hash),
          recorded,
        ),
      value: { code, feed },
    }
  })

/** A line about a feed, which is named by a keyed hash in all of them. */
export const feedAct = async (
  seal: Seal,
  what: 'feed-made' | 'feed-ended',
  { hash, unit }: Pick<Feed, 'hash' | 'unit'>,
): Promise<ScopedAct> => ({
  ...({ what, scope: `unit/${unit}`, about: `feed/${await seal('row', hash)}` } as const),
  ...{ old: null, new: null },
})
