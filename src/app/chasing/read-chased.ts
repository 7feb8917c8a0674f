// All units of a campaign that the office chases now, with what is open at each and the steps taken so far. It sends
// nothing and records nothing.

import type { Campaign } from '../../district/campaign.ts'
import { type Chased, chasedOn } from '../../district/chasing/chased.ts'
import { type ChaseStep, nextStep } from '../../district/chasing/ladder.ts'
import { dateIn } from '../../district/date-in.ts'
import { type Moment, readMoment } from '../../district/nudges/moment.ts'
import type { Season } from '../../district/nudges/nudge.ts'
import { momentIn, seasonOf } from '../../district/nudges/season-of.ts'
import { type WorkCalendar, workCalendar } from '../../district/work-calendar.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { legalDay } from '../legal-day.ts'
import { allFilings } from '../nudging/all-filings.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Contacts, ListedContact } from '../ports/contacts.ts'
import type { FilingToNudge, Nudges } from '../ports/nudges.ts'
import type { Registry } from '../ports/registry.ts'
import { reportTitle } from '../report-title.ts'

export type ChasingDeps = {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly nudges: Pick<Nudges, 'filingsToNudge'>
  readonly contacts: Pick<Contacts, 'contacts'>
  readonly calendar: Pick<Calendar, 'notices'>
  readonly catalog: Catalog
  readonly words: Words
  /** The district's. */
  readonly zone: string
}

export type ChasedUnit = {
  readonly filing: FilingToNudge
  readonly season: Season
  readonly chased: Chased
  readonly taken: readonly ListedContact[]
  /** The step of the ladder that is prepared next. */
  readonly next: ChaseStep
}

/** The state of a campaign at a moment, as far as it is chased. */
export type ChasedCampaign = {
  readonly campaign: Campaign
  readonly calendar: WorkCalendar
  /** The campaign's dates, with the law's day for departments, towns and street offices. */
  readonly season: Season
  readonly title: string
  readonly now: Moment
  /** The day of an instant (epoch milliseconds) in the district. */
  readonly dayOf: (at: number) => string
  /** Units that have handed in, returned ones too. */
  readonly submitted: number
  /** In the district's order. */
  readonly units: readonly ChasedUnit[]
}

/** `at` in epoch milliseconds; null where the door is shut. */
export const readChased = async (
  deps: ChasingDeps,
  caller: Caller,
  campaign: Campaign,
  at: number,
): Promise<ChasedCampaign | null> => {
  if (!(await openUnit(deps.registry, caller, campaign.root, 'see-chased'))) return null
  const calendar = workCalendar(await deps.calendar.notices())
  const now = readMoment(momentIn(deps.zone, at))
  const filings = await allFilings(deps, campaign)
  const contacts = Map.groupBy(await deps.contacts.contacts(campaign.id), ({ filing }) => filing)
  const seasonFor = (level: FilingToNudge['level']): Season =>
    seasonOf(campaign, legalDay(deps.catalog, campaign, level), deps.zone)
  const units = filings.flatMap(filing => {
    const season = seasonFor(filing.level)
    const chased = chasedOn(calendar, season, filing, now.date)
    if (!chased) return []
    const taken = contacts.get(filing.filing) ?? []
    const isLate = chased.colour !== null
    return [{ filing, season, chased, taken, next: nextStep(taken, chased.hasEntered, isLate) }]
  })
  return {
    ...{ campaign, calendar, now, units },
    dayOf: each => dateIn(deps.zone, each),
    season: seasonFor(null),
    title: reportTitle(deps, campaign),
    submitted: filings.filter(({ state }) => state !== 'draft' && state !== 'exempt').length,
  }
}
