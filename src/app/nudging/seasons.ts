// The seasons in which filings are nudged: a campaign with the law's day for the filing's level, and the report's title.

import type { Campaign } from '../../district/campaign.ts'
import type { Season, SeasonFilings } from '../../district/nudges/nudge.ts'
import { seasonOf } from '../../district/nudges/season-of.ts'
import type { Level } from '../../engine/form.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { legalDay } from '../legal-day.ts'
import type { FilingToNudge } from '../ports/nudges.ts'
import { reportTitle } from '../report-title.ts'

type Deps = {
  readonly catalog: Catalog
  readonly words: Words
  /** The district's. */
  readonly zone: string
}

/** A season and the title of its reports. */
export type NamedSeason = { readonly season: Season; readonly title: string }

export type Seasons = {
  /** Of a filing of one of the campaigns. */
  readonly of: (filing: Pick<FilingToNudge, 'campaign' | 'level'>) => NamedSeason
  /** The filings by season, in their order. */
  readonly group: (filings: readonly FilingToNudge[]) => readonly SeasonFilings[]
}

export const seasonsOf = (deps: Deps, campaigns: readonly Campaign[]): Seasons => {
  const made = new Map<string, NamedSeason>()
  const of = ({ campaign: id, level }: { readonly campaign: string; readonly level: Level | null }) => {
    const key = `${id} ${level}`
    const known = made.get(key)
    if (known) return known
    const campaign = campaigns.find(each => each.id === id)
    if (!campaign) throw new TypeError('a filing of another campaign')
    const legal = legalDay(deps.catalog, campaign, level)
    const named = { season: seasonOf(campaign, legal, deps.zone), title: reportTitle(deps, campaign) }
    made.set(key, named)
    return named
  }
  return {
    of,
    group: filings =>
      [...Map.groupBy(filings, filing => of(filing).season)].map(([season, ofSeason]) => ({
        season,
        filings: ofSeason,
      })),
  }
}
