// `nianbao feeds make|list|end UNIT`: secret addresses at which calendars fetch the days of a unit.

import { endFeeds } from '../../app/feeds/end-feeds.ts'
import { listFeeds } from '../../app/feeds/list-feeds.ts'
import { makeFeed } from '../../app/feeds/make-feed.ts'
import type { ListedFeed } from '../../app/ports/feeds.ts'
import { feedLink } from '../../channels/web/web-link.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import type { CommandContext } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { readUnit } from './options.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type FeedOptions = { readonly json?: boolean }

/** The address is told here and nowhere else. */
export const addFeed = async (name: string, options: FeedOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, name)
    const deps = { ...recorderOf(store, auditSeal(config)), feeds: store }
    const act = await makeFeed(deps, { type: 'shell', at: context.now() }, unit.id)
    const { code } = doneOr(context, act, { name: unit.name })
    const link = feedLink(config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`, code)
    if (options.json)
      context.print(JSON.stringify({ feed: { unit: { id: unit.id, name: unit.name }, link } }))
    else context.print(context.say('feeds.made', { unit: unit.name, link }))
    return 0
  })

export const printFeeds = async (options: FeedOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const caller = { type: 'shell', at: context.now() } as const
    const feeds = await listFeeds({ registry: store, feeds: store }, caller)
    if (options.json) context.print(JSON.stringify({ feeds: feeds.map(feedJson) }))
    else if (feeds.length === 0) context.print(context.say('feeds.none'))
    else
      context.print(
        feeds
          .map(({ unitName, personName, since }) =>
            [unitName, personName ?? 'shell', instantWords(context, config, since)].join('  '),
          )
          .join('\n'),
      )
    return 0
  })

/** All of a unit. */
export const endAll = async (name: string, options: FeedOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, name)
    const deps = { ...recorderOf(store, auditSeal(config)), feeds: store }
    const act = await endFeeds(deps, { type: 'shell', at: context.now() }, unit.id)
    const ended = doneOr(context, act, { name: unit.name })
    if (options.json) context.print(JSON.stringify({ ended: ended.map(feedJson) }))
    else context.print(context.say('feeds.ended', { unit: unit.name, count: ended.length }))
    return 0
  })

const feedJson = ({ unit, unitName, person, since }: ListedFeed) => ({
  ...{ unit: { id: unit, name: unitName }, person, since: new Date(since).toISOString() },
})
