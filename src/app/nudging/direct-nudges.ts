// The clock of nudges: begins the plans of a day at their times, each once, and has the office told; outside the hours it
// takes back what did not get away, so that no phone rings then.

import { digestOn } from '../../district/nudges/digest.ts'
import { isRingTime, openingOf, planTimes } from '../../district/nudges/hours.ts'
import { type Moment, readMoment } from '../../district/nudges/moment.ts'
import { momentIn } from '../../district/nudges/season-of.ts'
import { type WorkCalendar, workCalendar } from '../../district/work-calendar.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Committed } from '../ports/commit.ts'
import type { Nudges } from '../ports/nudges.ts'
import type { Schedule } from '../ports/schedule.ts'
import type { Due, Turn } from '../ports/turn.ts'
import { firstPage } from './nudge-page.ts'
import { type Seasons, seasonsOf } from './seasons.ts'
import { type TellFailedDeps, tellFailed } from './tell-failed.ts'
import { firstDigest } from './tell-office.ts'

export type DirectDeps = TellFailedDeps & {
  readonly campaigns: Pick<Campaigns, 'campaigns'>
  readonly nudges: Pick<Nudges, 'withdrawUnsent'>
  readonly calendar: Pick<Calendar, 'notices'>
  readonly schedule: Pick<Schedule, 'setOnce' | 'endTurn'>
  readonly catalog: Catalog
  readonly words: Words
  /** The district's. */
  readonly zone: string
}

export const directNudges = async (deps: DirectDeps, turn: Turn): Promise<Committed> => {
  const { schedule, nudges, zone } = deps
  const moment = readMoment(momentIn(zone, turn.now))
  const calendar = workCalendar(await deps.calendar.notices())
  if (!isRingTime(calendar, moment)) {
    await nudges.withdrawUnsent(turn.now)
    return schedule.endTurn(turn)
  }
  const open = (await deps.campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  const seasons = seasonsOf(deps, open)
  const dues = [
    ...planDue(calendar, seasons, open, moment, turn.now),
    ...open.flatMap(({ id }) => digestDue(calendar, seasons, id, moment, turn.now)),
  ]
  for (const due of dues) await schedule.setOnce(due)
  await tellFailed(deps, open, turn.now)
  return schedule.endTurn(turn)
}

/** The latest plan of the day, up to this moment: it holds all that earlier ones would have. */
const planDue = (
  calendar: WorkCalendar,
  seasons: Seasons,
  open: readonly { readonly id: string }[],
  { date, time }: Moment,
  now: number,
): readonly Due[] => {
  const [first] = open
  const openings = open.map(({ id }) => seasons.of({ campaign: id, level: null }).season.opened)
  const times = planTimes(
    calendar,
    date,
    openings.map(opened => openingOf(calendar, readMoment(opened))),
  )
  const latest = times.findLast(each => each <= time)
  return first && latest !== undefined ? [firstPage({ date, time: latest }, first.id, now)] : []
}

const digestDue = (
  calendar: WorkCalendar,
  seasons: Seasons,
  campaign: string,
  { date, time }: Moment,
  now: number,
): readonly Due[] => {
  const digest = digestOn(calendar, seasons.of({ campaign, level: null }).season, date)
  return digest && digest.time <= time ? [firstDigest(digest, campaign, now)] : []
}
