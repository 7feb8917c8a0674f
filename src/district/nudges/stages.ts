// The stages of a unit that has not reported: before its due day, on it, and after it (the office's rules N2, N3, N5).

import { lastWorkingDay, shiftWorkingDays, workingDaysAfter } from '../count-working-days.ts'
import { addDays, mondayOf } from '../days.ts'
import type { WorkCalendar } from '../work-calendar.ts'
import type { NudgedFiling, Season, SentNudge, Stage, StageOnDay } from './nudge.ts'
import { dayLines, dueDayOf, isDaily, lastDailyDay } from './season-days.ts'
import { weeklyOn } from './weekly.ts'

type StageDay = { readonly stage: Stage; readonly date: string }

/** The stage that falls on a date for a unit that has not reported, or null. `openedOn` is the day of the opening. */
export const stageOn = (
  calendar: WorkCalendar,
  season: Season,
  filing: NudgedFiling,
  openedOn: string,
  sent: readonly SentNudge[],
  date: string,
): StageOnDay | null => {
  const { dates } = season
  const due = dueDayOf(calendar, dates, filing)
  if (date > due) return overdueOn(calendar, season, due, sent, date)
  const stages = stageDays(calendar, due, openedOn)
  const today = stages.find(each => each.date === date)
  if (today && (today.stage === 'due' || today.stage === 't-1'))
    return { urgency: today.stage === 'due' ? 'due' : 'stage', stage: today.stage, due, lines: [] }
  if (filing.inSignOff) return null
  const thisWeek = sentInWeek(sent, date)
  if (today) {
    if (today.stage !== 't-3' && thisWeek >= mostAWeek) return null
    const lines = today.stage === 't-7' && dates.sign !== null ? (['sign'] as const) : []
    return { urgency: 'stage', stage: today.stage, due, lines }
  }
  return isIdleOn(calendar, filing, stages, thisWeek, date) && date < due
    ? { urgency: 'idle', stage: 'idle', due: filing.touchedOn ?? due, lines: [] }
    : null
}

/** At most so many a week before T−3, the opening and the idle one counted (2.5). */
const mostAWeek = 2

/** The days of the stages in order. One that would follow a stage nearer to the due day, or the opening, is dropped. */
const stageDays = (calendar: WorkCalendar, due: string, openedOn: string): readonly StageDay[] => {
  const days: readonly StageDay[] = [
    { stage: 't-14', date: lastWorkingDay(calendar, addDays(due, -14)) },
    { stage: 't-7', date: lastWorkingDay(calendar, addDays(due, -7)) },
    { stage: 't-3', date: shiftWorkingDays(calendar, due, -3) },
    { stage: 't-1', date: shiftWorkingDays(calendar, due, -1) },
    { stage: 'due', date: due },
  ]
  return days.filter(
    ({ date }, at) => date > openedOn && days.slice(at + 1).every(nearer => nearer.date > date),
  )
}

const overdueOn = (
  calendar: WorkCalendar,
  season: Season,
  due: string,
  sent: readonly SentNudge[],
  date: string,
): StageOnDay | null => {
  const lines = dayLines(calendar, season.dates, date)
  if (isDaily(calendar, season.dates, due, date)) {
    const late = workingDaysAfter(calendar, due, date).length
    return { urgency: 'overdue', stage: `overdue-${late}`, due, lines }
  }
  return weeklyOn(calendar, season, lastDailyDay(calendar, season.dates, due), sent, date)
    ? { urgency: 'overdue', stage: 'weekly', due, lines }
    : null
}

/** A report that was begun and left alone for three whole working days: once for each pause, and never near a stage. */
const isIdleOn = (
  calendar: WorkCalendar,
  { touchedOn }: NudgedFiling,
  stages: readonly StageDay[],
  thisWeek: number,
  date: string,
): boolean => {
  if (touchedOn === null || date !== shiftWorkingDays(calendar, touchedOn, 4)) return false
  const near = [0, 1, 2].map(days => shiftWorkingDays(calendar, date, days))
  if (stages.some(each => near.includes(each.date))) return false
  const ahead = stages.filter(each => each.date > date && mondayOf(each.date) === mondayOf(date)).length
  return thisWeek + ahead < mostAWeek
}

const early: readonly Stage[] = ['opening', 't-14', 't-7', 'idle']

const sentInWeek = (sent: readonly SentNudge[], date: string): number =>
  sent.filter(each => early.includes(each.stage) && mondayOf(each.date) === mondayOf(date)).length
