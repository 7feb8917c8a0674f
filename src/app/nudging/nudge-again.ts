// A reminder that its person put off comes again, if the report is still theirs to do and nothing else reminded them.

import { addDays } from '../../district/days.ts'
import { afternoonOf, firstOpenDay, firstTime, isRingTime } from '../../district/nudges/hours.ts'
import { type Moment, readMoment } from '../../district/nudges/moment.ts'
import type { StageOfFiling } from '../../district/nudges/nudge.ts'
import { dueDayOf } from '../../district/nudges/season-days.ts'
import { momentIn } from '../../district/nudges/season-of.ts'
import { type WorkCalendar, workCalendar } from '../../district/work-calendar.ts'
import { filingId, personId } from '../../engine/filing.ts'
import { clockCommit } from '../clock/clock-commit.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Committed } from '../ports/commit.ts'
import type { FilingToNudge, Nudges } from '../ports/nudges.ts'
import type { Turn } from '../ports/turn.ts'
import { planFilings } from './plan-page.ts'
import { type Seasons, seasonsOf } from './seasons.ts'
import { isDueAt, type SendNudgeDeps, sendNudge } from './send-nudge.ts'

export type AgainDeps = SendNudgeDeps & {
  readonly nudges: Pick<Nudges, 'filingsOfPeople' | 'sentNudges' | 'nudgesOfKeys' | 'reached' | 'putOff'>
  readonly campaigns: Pick<Campaigns, 'campaigns'>
  readonly calendar: Pick<Calendar, 'notices'>
  /** The district's. */
  readonly zone: string
}

const minuteMs = 60_000

export const nudgeAgain = async (deps: AgainDeps, turn: Turn): Promise<Committed> => {
  const { deliver, zone, nudges, environment } = deps
  const [id = '', who = ''] = turn.due.key.split('/')
  const moment = readMoment(momentIn(zone, turn.now))
  const calendar = workCalendar(await deps.calendar.notices())
  if (!isRingTime(calendar, moment)) {
    const next = nextRing(calendar, moment)
    const at = environment.startOf(next.date) + next.time * minuteMs
    return deliver.commit(clockCommit({ ...turn, next: at }))
  }
  const open = (await deps.campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  const promised = await nudges.putOff(filingId(id), personId(who))
  const filings = await nudges.filingsOfPeople(
    [who],
    open.map(each => each.id),
    zone,
  )
  const filing = filings.find(each => each.filing === id)
  const [reached] = await nudges.reached([who])
  const sent = await nudges.sentNudges([id], [who], moment.date, moment.date)
  const isReminded = sent.some(
    each => promised !== null && each.person === who && !isOlder(promised.at, moment, zone),
  )
  if (filing && reached && promised?.day === null && !isReminded && isOpen(filing)) {
    const seasons = seasonsOf(deps, open)
    const byId = new Map(filings.map(each => [String(each.filing), each]))
    // The plan of this moment says more, and its page may come behind this turn.
    const planned = (await planFilings(deps, { calendar, seasons, date: moment.date }, filings)).some(
      nudge =>
        nudge.person === who &&
        isDueAt(moment, nudge, byId) &&
        [nudge.lead, ...nudge.rest].some(each => each.filing === id),
    )
    if (planned) return deliver.commit(clockCommit(turn))
    const lead = leadOf(calendar, seasons, filing, moment, turn.due.at)
    const nudge = { key: lead.key, lead, rest: [], person: who, channel: channelOf(filing, who) }
    await sendNudge(deps, { calendar, seasons, moment, now: turn.now, filings: byId }, nudge, reached)
  }
  return deliver.commit(clockCommit(turn))
}

/** Put off on the same day, that day's message came before; on an earlier one it is another. */
const isOlder = (at: number, { date }: Moment, zone: string): boolean => momentIn(zone, at).startsWith(date)

const isOpen = ({ state }: FilingToNudge): boolean => state === 'draft' || state === 'returned'

const channelOf = ({ fillers }: FilingToNudge, person: string): string | null =>
  fillers.find(each => each.person === person)?.channel ?? null

const nextRing = (calendar: WorkCalendar, { date, time }: Moment): Moment => {
  const afternoon = afternoonOf(date)
  if (time < afternoon.time && isRingTime(calendar, afternoon)) return afternoon
  const next = firstOpenDay(calendar, addDays(date, 1))
  return { date: next, time: firstTime(calendar, next) }
}

/** As on any day between two stages: what is open and until when. */
const leadOf = (
  calendar: WorkCalendar,
  seasons: Seasons,
  filing: FilingToNudge,
  { date }: Moment,
  at: number,
): StageOfFiling => {
  const { season } = seasons.of(filing)
  const due = dueDayOf(calendar, season.dates, filing)
  const key = [season.campaign, filing.unit, 'again', at].join('/')
  const isReturned = filing.state === 'returned'
  const urgency = isReturned ? 'returned' : date > due ? 'overdue' : date === due ? 'due' : 'stage'
  return { urgency, stage: 'again', due, lines: [], filing: filing.filing, unit: filing.unit, key }
}
