// Plans the nudges of a day. Pure: planned twice, late, or by two machines, the same facts give the same keys, and a key
// goes out once. It must not send, and must not ask for the time.

import { mondayOf } from '../days.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import { firstTime, isOpenDay, lastTime, openingOf, ringOf } from './hours.ts'
import { readMoment } from './moment.ts'
import {
  type Nudge,
  type NudgedFiling,
  type Season,
  type SeasonFilings,
  type SentNudge,
  type StageOfFiling,
  type StageOnDay,
  urgencies,
} from './nudge.ts'
import { publishOn } from './publishing.ts'
import { type Recipient, recipientOf } from './recipient.ts'
import { returnedOn } from './returned.ts'
import { stageOn } from './stages.ts'

type Timed = Pick<Nudge, 'date' | 'time' | 'until'>
type Planned = { readonly to: Recipient; readonly when: Timed; readonly entry: StageOfFiling }

/**
 * The nudges of a date that have not gone out, in the order of the filings, which are planned as they stand now. A person
 * has one message for all seasons. `sent`
 * holds what went out to these people about these filings since the Monday of the week; copies to forward are not sent.
 */
export const planNudges = (
  calendar: WorkCalendar,
  seasons: readonly SeasonFilings[],
  sent: readonly SentNudge[],
  date: string,
): readonly Nudge[] => {
  const keys = new Set(sent.map(({ key }) => key))
  const told = Map.groupBy(sent, ({ filing }) => filing)
  const planned = seasons
    .filter(({ season }) => season.closedOn === null || date <= season.closedOn)
    .flatMap(({ season, filings }) =>
      filings.flatMap(filing => planFiling(calendar, season, filing, told.get(filing.filing) ?? [], date)),
    )
    .filter(({ entry }) => !keys.has(entry.key))
  const rings = planned.filter(isRing)
  // A return that rings is no message of the day, but no reminder follows it.
  const closed = new Set([
    ...sent.filter(each => each.date === date && each.stage !== 'again').map(({ person }) => person),
    ...rings.map(({ to }) => to.person),
  ])
  const others = planned.filter(each => !isRing(each) && !closed.has(each.to.person))
  const messages = [...Map.groupBy(others, ({ to }) => to.person).values()]
  return [...rings.map(each => nudgeOf([each])), ...messages.map(nudgeOf)]
}

const isRing = ({ entry }: Planned): boolean => entry.stage === 'returned'

/** One message for one person: the most urgent leads, the others are lines of it. */
const nudgeOf = (planned: readonly Planned[]): Nudge => {
  const [lead, ...rest] = planned.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (!lead) throw new TypeError('a nudge of nothing')
  const { person, channel } = lead.to
  return {
    key: lead.entry.key,
    ...lead.when,
    person,
    channel,
    lead: lead.entry,
    rest: rest.map(each => each.entry),
  }
}

const rankOf = ({ entry }: Planned): number => urgencies.indexOf(entry.urgency)

const planFiling = (
  calendar: WorkCalendar,
  season: Season,
  filing: NudgedFiling,
  sent: readonly SentNudge[],
  date: string,
): readonly Planned[] => {
  const to = filing.entered === null ? null : recipientOf(filing.fillers, date)
  const due = to && dueOn(calendar, season, filing, sent, date)
  if (!to || !due) return []
  const { when, ...stage } = due
  const ofReturn = stage.urgency === 'returned' ? filing.returned?.moment : undefined
  const countsTo = stage.stage === 'weekly' ? mondayOf(date) : (ofReturn ?? stage.due)
  const key = [season.campaign, filing.unit, stage.stage, countsTo].join('/')
  return [{ to, when, entry: { ...stage, filing: filing.filing, unit: filing.unit, key } }]
}

type StageWhen = StageOnDay & { readonly when: Timed }

/** The stage of one filing on a date and its hours, by the state in which the filing stands. */
const dueOn = (
  calendar: WorkCalendar,
  season: Season,
  filing: NudgedFiling,
  sent: readonly SentNudge[],
  date: string,
): StageWhen | null => {
  const scheduled = { date, time: firstTime(calendar, date), until: lastTime(calendar, date) }
  const opensToday = isOpenDay(calendar, date)
  if (filing.state === 'returned' && filing.returned) {
    const { moment, atOnce, until } = filing.returned
    const ring = ringOf(calendar, readMoment(moment), atOnce)
    const stage = returnedOn(calendar, season, ring.date, until, sent, date)
    if (stage?.stage === 'returned') return { ...stage, when: { ...ring, until: endOfDay } }
    return stage && opensToday ? { ...stage, when: scheduled } : null
  }
  if (!opensToday || isPromised(season, filing, date)) return null
  if (filing.state === 'approved' && filing.approvedOn !== null && filing.publishesItself)
    return at(publishOn(calendar, season, filing.approvedOn, sent, date), scheduled)
  if (filing.state !== 'draft' && !filing.awaitsSignOff) return null
  const opening = openingOf(calendar, readMoment(season.opened))
  if (date !== opening.date) return at(stageOn(calendar, season, filing, opening.date, sent, date), scheduled)
  // Those who come in later are greeted by the conversation.
  const isIn = filing.entered !== null && filing.entered <= season.opened
  return isIn ? { ...openingStage(season), when: { ...opening, until: scheduled.until } } : null
}

const at = (stage: StageOnDay | null, when: Timed): StageWhen | null => stage && { ...stage, when }

const openingStage = ({ dates }: Season): StageOnDay => ({
  urgency: 'stage',
  stage: 'opening',
  due: dates.due ?? dates.publish ?? dates.legal,
  lines: [],
})

/** 正在送签，__日报: silence up to the end of that day, at most to the law's; a return is never silenced. */
const isPromised = ({ dates }: Season, { promisedOn }: NudgedFiling, date: string): boolean =>
  promisedOn !== null && date <= promisedOn && date <= dates.legal

const endOfDay = 24 * 60
