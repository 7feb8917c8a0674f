// Nudges as they will go out in the days to come, if nobody does anything until then: who is sent what, when, and in
// which words. It sends nothing.

import type { Campaign } from '../../district/campaign.ts'
import { dateIn } from '../../district/date-in.ts'
import { addDays, eachDay } from '../../district/days.ts'
import { digestOn } from '../../district/nudges/digest.ts'
import { writeMoment } from '../../district/nudges/moment.ts'
import type { Nudge, SentNudge, Stage } from '../../district/nudges/nudge.ts'
import { planNudges } from '../../district/nudges/plan-nudges.ts'
import { type WorkCalendar, workCalendar } from '../../district/work-calendar.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { type Caller, openUnit } from '../open.ts'
import { readStatus } from '../oversight/read-status.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { FilingToNudge, Nudges } from '../ports/nudges.ts'
import type { Registry } from '../ports/registry.ts'
import { allFilings } from './all-filings.ts'
import { digestText } from './digest-text.ts'
import { messageText } from './message-text.ts'
import { seasonsOf } from './seasons.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround' | 'unitGrounds'>
  readonly campaigns: Pick<Campaigns, 'campaignStandings'>
  readonly nudges: Pick<Nudges, 'officers' | 'filingsToNudge'>
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
  const seasons = seasonsOf(deps, [campaign])
  const bySeason = seasons.group(filings)
  const byId = new Map(filings.map(filing => [String(filing.filing), filing]))
  const office = seasons.of({ campaign: campaign.id, level: null })
  const first = from.slice(0, 10)
  const dates = eachDay(first, addDays(first, days - 1))
  const sent: SentNudge[] = []
  const previewed = dates.flatMap(date => {
    const said = { words: deps.words, calendar, date }
    const ofDay = planNudges(calendar, bySeason, sent, date).map(nudge => ({
      nudge,
      previewed: previewOf(nudge, byId, messageText(said, seasons, nudge, byId)),
    }))
    sent.push(...ofDay.flatMap(({ nudge }) => sentOf(nudge)))
    const digest = digestOn(calendar, office.season, date)
    return [
      ...ofDay.map(each => each.previewed),
      ...(digest && status
        ? officers.map(({ name, channel }) => ({
            ...{ at: writeMoment(digest), stage: digest.stage, unit: null, person: name },
            channel: channel ?? 'copy',
            text: digestText({ ...said, ...office }, digest, status),
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

const previewOf = (
  nudge: Nudge,
  filings: ReadonlyMap<string, FilingToNudge>,
  text: string,
): PreviewedNudge => {
  const lead = filings.get(nudge.lead.filing)
  return {
    at: writeMoment(nudge),
    stage: nudge.lead.stage,
    unit: lead?.name ?? null,
    person: lead?.names.get(nudge.person) ?? null,
    channel: nudge.channel ?? 'copy',
    text,
  }
}

/** A text to copy is never counted as sent, and still is not planned twice. */
const sentOf = ({ date, person, lead, rest }: Nudge): readonly SentNudge[] =>
  [lead, ...rest].map(({ filing, stage, key }) => ({ key, date, person, filing, stage }))

const estimatedYears = (calendar: WorkCalendar, dates: readonly string[]): readonly number[] => [
  ...new Set(dates.filter(date => !calendar.covers(date)).map(date => Number(date.slice(0, 4)))),
]
