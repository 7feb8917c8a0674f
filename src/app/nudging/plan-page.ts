// Plans the nudges of a day for a page of a campaign's filings. A person who has filings on other pages too gets one
// message all the same: with the page on which the first of them is due come all that they fill in.

import type { Campaign } from '../../district/campaign.ts'
import { addDays, mondayOf } from '../../district/days.ts'
import type { Nudge } from '../../district/nudges/nudge.ts'
import { planNudges } from '../../district/nudges/plan-nudges.ts'
import type { WorkCalendar } from '../../district/work-calendar.ts'
import type { FilingToNudge, Nudges } from '../ports/nudges.ts'
import type { Seasons } from './seasons.ts'

type Deps = {
  readonly nudges: Pick<Nudges, 'filingsToNudge' | 'filingsOfPeople' | 'sentNudges' | 'nudgesOfKeys'>
  /** The district's. */
  readonly zone: string
}

export type Planning = {
  readonly calendar: WorkCalendar
  readonly seasons: Seasons
  /** All that are open. */
  readonly campaigns: readonly Campaign[]
  readonly date: string
}

export type PlannedPage = {
  /** Not sent yet, whatever their time of the day; `filings` holds all that they name. */
  readonly nudges: readonly Nudge[]
  readonly filings: ReadonlyMap<string, FilingToNudge>
  /** The last filing of the page; null where none follows. */
  readonly last: string | null
}

/** Filings are read so many at a time, by key. */
const pageSize = 1_000

export const planPage = async (
  deps: Deps,
  planning: Planning,
  campaign: string,
  after: string,
): Promise<PlannedPage> => {
  const { nudges, zone } = deps
  const page = await nudges.filingsToNudge(campaign, zone, after, pageSize)
  const last = page.length < pageSize ? null : (page.at(-1)?.filing ?? null)
  const due = await planFilings(deps, planning, page)
  const persons = [...new Set(due.map(({ person }) => person))]
  if (persons.length === 0) return { nudges: [], filings: new Map(), last }
  const ids = planning.campaigns.map(({ id }) => id)
  const inHand = page.map(({ filing }) => filing)
  const others = await nudges.filingsOfPeople(persons, ids, zone, inHand)
  const all = [...page, ...others]
  const planned =
    others.length === 0
      ? due
      : (await planFilings(deps, planning, all)).filter(({ person }) => persons.includes(person))
  return {
    nudges: planned,
    filings: new Map(all.map(filing => [String(filing.filing), filing])),
    last,
  }
}

/**
 * The nudges of a day for filings. A key that stands already is sent, whatever its day: one that a wrong clock sent ahead
 * goes out once too.
 */
export const planFilings = async (
  { nudges }: { readonly nudges: Pick<Nudges, 'sentNudges' | 'nudgesOfKeys'> },
  { calendar, seasons, date }: Pick<Planning, 'calendar' | 'seasons' | 'date'>,
  filings: readonly FilingToNudge[],
): Promise<readonly Nudge[]> => {
  const ids = filings.map(({ filing }) => filing)
  const persons = filings.flatMap(({ fillers }) => fillers.map(({ person }) => person))
  const bySeason = seasons.group(filings)
  // Of a Monday the day before counts too: the weekly message does not follow another.
  const since = addDays(mondayOf(date), -1)
  const sent = await nudges.sentNudges(ids, [...new Set(persons)], since, date)
  const planned = planNudges(calendar, bySeason, sent, date)
  const keys = planned.flatMap(({ lead, rest }) => [lead, ...rest].map(({ key }) => key))
  if (keys.length === 0) return planned
  const stand = new Set((await nudges.nudgesOfKeys(keys)).map(({ key }) => key))
  if (stand.size === 0) return planned
  return planned.flatMap(nudge => {
    const [lead, ...rest] = [nudge.lead, ...nudge.rest].filter(({ key }) => !stand.has(key))
    return lead ? [{ ...nudge, key: lead.key, lead, rest }] : []
  })
}
