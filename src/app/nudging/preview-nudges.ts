// Nudges as they will go out in the days to come, if nobody does anything until then: who is sent what, when, and in
// which words. It sends nothing.

import type { Campaign } from '../../district/campaign.ts'
import { dateIn } from '../../district/date-in.ts'
import { addDays, eachDay } from '../../district/days.ts'
import { digestOn } from '../../district/nudges/digest.ts'
import { writeMoment } from '../../district/nudges/moment.ts'
import type { Nudge, Season, SentNudge, Stage } from '../../district/nudges/nudge.ts'
import { planNudges } from '../../district/nudges/plan-nudges.ts'
import { seasonOf } from '../../district/nudges/season-of.ts'
import { type WorkCalendar, workCalendar } from '../../district/work-calendar.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { legalDay } from '../legal-day.ts'
import { type Caller, openUnit } from '../open.ts'
import { readStatus } from '../oversight/read-status.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { FilingToNudge, Nudges } from '../ports/nudges.ts'
import type { Registry } from '../ports/registry.ts'
import { reportTitle } from '../report-title.ts'
import { digestText } from './digest-text.ts'
import { type NudgeContext, nudgeText } from './nudge-text.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround' | 'unitGrounds'>
  readonly campaigns: Pick<Campaigns, 'campaignStandings'>
  readonly nudges: Nudges
  readonly calendar: Pick<Calendar, 'notices'>
  readonly catalog: Catalog
  readonly words: Words
  /** The district's. */
  readonly zone: string
}

/** `at` is a moment of the district's zone. `unit` is null for the office's own messages, `person` where it has nobody. */
export type PreviewedNudge = {
  readonly at: string
  readonly stage: Stage | 'digest' | 'list'
  readonly unit: string | null
  readonly person: string | null
  /** `copy`: nothing can be pushed to this person, the text is to be forwarded by hand. */
  readonly channel: string
  readonly text: string
}

export type Preview = {
  /** Of those days' years, the ones whose notice of holidays is not known: their days are an estimate. */
  readonly estimated: readonly number[]
  readonly nudges: readonly PreviewedNudge[]
}

/** The days from a moment on, that day counted; null where the door is shut. */
export const previewNudges = async (
  deps: Deps,
  caller: Caller,
  campaign: Campaign,
  { from, days }: { readonly from: string; readonly days: number },
): Promise<Preview | null> => {
  if (!(await openUnit(deps.registry, caller, campaign.root, 'preview-nudges'))) return null
  const calendar = workCalendar(await deps.calendar.notices())
  const dayOf = (at: number) => dateIn(deps.zone, at)
  const status = await readStatus({ ...deps, dayOf }, caller, campaign)
  const filings = await allFilings(deps, campaign)
  const known = await deps.nudges.officers(campaign.root)
  const officers = known.length > 0 ? known : [{ name: null, channel: null }]
  const title = reportTitle(deps, campaign)
  const bySeason = [...Map.groupBy(filings, ({ level }) => legalDay(deps.catalog, campaign, level))].map(
    ([legal, ofSeason]) => ({ season: seasonOf(campaign, legal, deps.zone), filings: ofSeason }),
  )
  const office = seasonOf(campaign, legalDay(deps.catalog, campaign, null), deps.zone)
  const first = from.slice(0, 10)
  const dates = eachDay(first, addDays(first, days - 1))
  const sent: SentNudge[] = []
  const previewed = dates.flatMap(date => {
    const said = { words: deps.words, calendar, title, date }
    const ofDay = planNudges(calendar, bySeason, sent, date).map(nudge => ({
      nudge,
      previewed: previewOf({ ...said, season: office }, nudge, bySeason),
    }))
    sent.push(...ofDay.flatMap(({ nudge }) => sentOf(nudge)))
    const digest = digestOn(calendar, office, date)
    return [
      ...ofDay.map(each => each.previewed),
      ...(digest && status
        ? officers.map(({ name, channel }) => ({
            ...{ at: writeMoment(digest), stage: digest.stage, unit: null, person: name },
            channel: channel ?? 'copy',
            text: digestText({ ...said, season: office }, digest, status),
          }))
        : []),
    ]
  })
  return {
    estimated: estimatedYears(calendar, dates),
    nudges: previewed
      .filter(({ at }) => at >= from)
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  }
}

/** Filings are read so many at a time, by key. */
const pageSize = 1_000

const allFilings = async ({ nudges, zone }: Deps, { id }: Campaign): Promise<readonly FilingToNudge[]> => {
  const all: FilingToNudge[] = []
  for (let after = ''; ; ) {
    const page = await nudges.filingsToNudge(id, zone, after, pageSize)
    all.push(...page)
    const last = page.at(-1)
    if (!last || page.length < pageSize) return all.toSorted((a, b) => a.place - b.place)
    after = last.filing
  }
}

const previewOf = (
  said: NudgeContext,
  nudge: Nudge,
  seasons: readonly { readonly season: Season; readonly filings: readonly FilingToNudge[] }[],
): PreviewedNudge => {
  const told = [nudge.lead, ...nudge.rest].flatMap(entry =>
    seasons.flatMap(({ season, filings }) => {
      const filing = filings.find(each => each.filing === entry.filing)
      return filing ? [{ filing, text: nudgeText({ ...said, season }, entry, filing) }] : []
    }),
  )
  const [lead, ...rest] = told
  return {
    at: writeMoment(nudge),
    stage: nudge.lead.stage,
    unit: lead?.filing.name ?? null,
    person: lead?.filing.names.get(nudge.person) ?? null,
    channel: nudge.channel ?? 'copy',
    text: [
      lead?.text ?? '',
      ...rest.map(({ filing, text }) => said.words.district('nudge.rest', { unit: filing.name, text })),
    ].join('\n'),
  }
}

/** A text to copy is never counted as sent, and still is not planned twice. */
const sentOf = ({ date, person, lead, rest }: Nudge): readonly SentNudge[] =>
  [lead, ...rest].map(({ filing, stage, key }) => ({ key, date, person, filing, stage }))

const estimatedYears = (calendar: WorkCalendar, dates: readonly string[]): readonly number[] => [
  ...new Set(dates.filter(date => !calendar.covers(date)).map(date => Number(date.slice(0, 4)))),
]
