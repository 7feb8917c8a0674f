// The port of calendar feeds: secret addresses, kept as hashes, and the dates that stand behind them.

import type { CampaignDates, Practice } from '../../district/campaign.ts'
import type { PersonId, UnitId } from '../../engine/filing.ts'
import type { Level, ObligationId } from '../../engine/form.ts'
import type { Recorded } from './audits.ts'

/** `person` is null for one that the shell made; `since` in epoch milliseconds. */
export type Feed = {
  readonly hash: string
  readonly unit: UnitId
  readonly person: PersonId | null
  readonly since: number
}

export type ListedFeed = Feed & { readonly unitName: string; readonly personName: string | null }

/** The dates of a unit in a campaign that is open. */
export type FeedDates = {
  readonly campaign: string
  readonly unitName: string
  readonly level: Level | null
  readonly obligation: ObligationId
  readonly year: number
  readonly practice: Practice
  readonly dates: CampaignDates
  readonly extendedUntil: string | null
  /** Of a returned report, where the return set a day. */
  readonly mendBy: string | null
}

export type Feeds = {
  /** In the place of the ended ones, by their hashes. */
  readonly addFeed: (feed: Feed, ended: readonly string[], recorded: Recorded) => Promise<boolean>
  readonly endFeeds: (hashes: readonly string[], recorded: Recorded) => Promise<boolean>
  readonly feed: (hash: string) => Promise<Feed | null>
  /** The oldest first. */
  readonly feeds: () => Promise<readonly ListedFeed[]>
  readonly feedDates: (unit: UnitId) => Promise<readonly FeedDates[]>
}
