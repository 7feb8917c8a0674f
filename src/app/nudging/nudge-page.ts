// A page of a plan: nudges that are due at this moment go out, so many at a time, and the row of the next page is set. After a
// kill the page is planned again, and what stands already is left out.

import { isRingTime } from '../../district/nudges/hours.ts'
import { type Moment, readMoment } from '../../district/nudges/moment.ts'
import { momentIn } from '../../district/nudges/season-of.ts'
import { workCalendar } from '../../district/work-calendar.ts'
import { errorFields, mayPass } from '../../faults.ts'
import { clockCommit } from '../clock/clock-commit.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Committed } from '../ports/commit.ts'
import type { Log } from '../ports/environment.ts'
import type { Nudges } from '../ports/nudges.ts'
import type { Due, Turn } from '../ports/turn.ts'
import { type PlannedPage, type Planning, planPage } from './plan-page.ts'
import { seasonsOf } from './seasons.ts'
import { isDueAt, type SendNudgeDeps, sendNudge } from './send-nudge.ts'

export type PageDeps = SendNudgeDeps & {
  readonly nudges: Pick<
    Nudges,
    'filingsToNudge' | 'filingsOfPeople' | 'sentNudges' | 'nudgesOfKeys' | 'reached'
  >
  readonly campaigns: Pick<Campaigns, 'campaigns'>
  readonly calendar: Pick<Calendar, 'notices'>
  /** The district's. */
  readonly zone: string
  readonly log: Log
}

const job = 'nudge-page'

/** The row of the first page of a plan; its key is that of a moment, so it is begun once. */
export const firstPage = ({ date, time }: Moment, campaign: string, now: number): Due => ({
  ...{ job, at: now },
  key: `${date} ${time}/${campaign}/`,
})

/** Pages that are planned and nudges that are sent in one turn at most (D1: a thousand queries an invocation). */
const [mostPages, mostSent] = [20, 200]

export const nudgePage = async (deps: PageDeps, turn: Turn): Promise<Committed> => {
  const { deliver, zone } = deps
  const [plan = '', campaign = '', after = ''] = turn.due.key.split('/')
  const end = (next: string | null): Promise<Committed> => {
    const dues = next === null ? [] : [{ job, key: next, at: turn.now }]
    return deliver.commit(clockCommit(turn, { dues }))
  }
  const moment = readMoment(momentIn(zone, turn.now))
  const calendar = workCalendar(await deps.calendar.notices())
  // Nudges that were not sent by then are planned anew at the next time of the day.
  if (!isRingTime(calendar, moment)) return end(null)
  const open = (await deps.campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  const planning = { calendar, campaigns: open, seasons: seasonsOf(deps, open), date: moment.date }
  let [at, sent] = [after, 0]
  for (let pages = 0; pages < mostPages; pages += 1) {
    if (!open.some(({ id }) => id === campaign)) break
    const page = await planPage(deps, planning, campaign, at)
    const done = await sendPage(deps, { planning, page, moment, now: turn.now, most: mostSent - sent })
    sent += done.sent
    // The same page again, for what did not fit.
    if (done.isMore && sent > 0) return deliver.commit(clockCommit({ ...turn, next: turn.now + 1 }))
    if (page.last === null) {
      const following = open[open.findIndex(({ id }) => id === campaign) + 1]
      return end(following ? `${plan}/${following.id}/` : null)
    }
    at = page.last
  }
  return end(`${plan}/${campaign}/${at}`)
}

type PageToSend = {
  readonly planning: Planning
  readonly page: PlannedPage
  readonly moment: Moment
  readonly now: number
  readonly most: number
}

/** How many were sent, and whether more are due. One that fails is a line of the log and keeps no other. */
const sendPage = async (
  deps: PageDeps,
  { planning, page, moment, now, most }: PageToSend,
): Promise<{ readonly sent: number; readonly isMore: boolean }> => {
  const { nudges, filings } = page
  const due = nudges.filter(nudge => isDueAt(moment, nudge, filings))
  const chosen = due.slice(0, most)
  if (chosen.length === 0) return { sent: 0, isMore: due.length > 0 }
  const reached = new Map(
    (await deps.nudges.reached(chosen.map(({ person }) => person))).map(each => [String(each.person), each]),
  )
  const sending = { ...planning, moment, now, filings }
  const done = await Promise.all(
    chosen.map(async nudge => {
      const where = reached.get(nudge.person)
      try {
        return where !== undefined && (await sendNudge(deps, sending, nudge, where))
      } catch (error) {
        if (mayPass(error)) throw error
        deps.log('nudge.failed', errorFields(error))
        return false
      }
    }),
  )
  return { sent: done.filter(Boolean).length, isMore: chosen.length < due.length }
}
