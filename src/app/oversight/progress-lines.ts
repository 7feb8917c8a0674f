// The progress of a campaign as one message: counts and names, branch by branch, in time and complete apart, the days
// that are left. It is read from standings alone, and says how old they are only where some are behind.

import { type Campaign, dueDay } from '../../district/campaign.ts'
import { workingDaysAfter } from '../../district/count-working-days.ts'
import { judgedStates } from '../../district/lifecycle.ts'
import { judgedWith } from '../../district/standing.ts'
import { standingKinds } from '../../district/standing-kinds.ts'
import { summaryOf } from '../../district/summary.ts'
import { workCalendar } from '../../district/work-calendar.ts'
import type { Level } from '../../engine/form.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { dayWords } from '../day-words.ts'
import { momentWords } from '../moment-words.ts'
import type { Caller } from '../open.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Environment } from '../ports/environment.ts'
import type { Registry } from '../ports/registry.ts'
import { reportTitle } from '../report-title.ts'
import { progressWords } from './progress-words.ts'
import { type DueStanding, readStandings } from './read-status.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround' | 'unitGrounds'>
  readonly campaigns: Pick<Campaigns, 'campaignStandings'>
  readonly calendar: Pick<Calendar, 'notices'>
  readonly catalog: Catalog
  readonly environment: Pick<Environment, 'dateOf' | 'startOf'>
  readonly words: Words
}

export type CampaignProgress = {
  /** The first is its head. */
  readonly lines: readonly string[]
  /** Not handed in, or returned. */
  readonly open: number
}

/** Null where the caller reaches none of it. */
export const readProgress = async (
  deps: Deps,
  caller: Caller,
  campaign: Campaign,
): Promise<CampaignProgress | null> => {
  const { environment, words } = deps
  const standings = await readStandings(deps, caller, campaign)
  if (!standings) return null
  const today = environment.dateOf(caller.at)
  const summary = summaryOf(standings, today, environment.dateOf)
  const at = momentWords(words, environment, caller.at)
  const filing = standings.filter(({ state }) => state !== 'exempt')
  return {
    lines: [
      words.desk('progress.head', { title: reportTitle(deps, campaign), at }),
      ...progressWords(words, summary),
      ...branchLines(words, filing),
      ...timeLine(deps, filing, today),
      ...(await dueLine(deps, campaign, today)),
      ...behindLine(deps, filing),
    ],
    open: filing.filter(each => standingKinds.missing(each) || standingKinds.returned(each)).length,
  }
}

const levels = ['street', 'town', 'bureau'] as const satisfies readonly Level[]

/** Where there are several. */
const branchLines = (words: Words, standings: readonly DueStanding[]): readonly string[] => {
  const lines = levels.flatMap(level => {
    const of = standings.filter(each => each.level === level)
    const [branch = ''] = words.desk(`branch.${level}`).split('|')
    const submitted = of.filter(standingKinds.submitted).length
    return of.length > 0 ? [words.desk('progress.branch', { branch, count: of.length, submitted })] : []
  })
  return lines.length > 1 ? lines : []
}

const timeLine = (
  { words, environment }: Deps,
  standings: readonly DueStanding[],
  today: string,
): readonly string[] => {
  const submitted = standings.filter(standingKinds.submitted)
  const onTime = submitted.filter(
    ({ firstSubmittedAt: at, due }) => at !== null && environment.dateOf(at) <= due,
  ).length
  const overdue = standings.filter(each => standingKinds.missing(each) && today > each.due).length
  const complete = standings.filter(
    ({ hasBegun, open, missing, errors }) => hasBegun && open + missing + errors === 0,
  ).length
  const late = submitted.length - onTime
  return [words.desk('progress.time', { onTime, late, overdue, complete })]
}

/** The working days until 报区府办; nothing where no day is set. */
export const dueLine = async (
  { words, calendar }: Pick<Deps, 'words' | 'calendar'>,
  { dates }: Campaign,
  today: string,
): Promise<readonly string[]> => {
  const due = dueDay(dates, null, '')
  if (due === '') return []
  const day = dayWords(words, due)
  if (today === due) return [words.desk('progress.last', { day })]
  if (today > due) return [words.desk('progress.past', { day })]
  const count = workingDaysAfter(workCalendar(await calendar.notices()), today, due).length
  return [words.desk('progress.left', { day, count })]
}

/** Standings that the clock has not judged anew yet. */
const behindLine = (
  { words, catalog, environment }: Deps,
  standings: readonly DueStanding[],
): readonly string[] => {
  const judged = (each: DueStanding) => {
    const form = catalog.formOf(each.form)
    return [judgedWith(form, true), judgedWith(form, false)].includes(each.judgedWith)
  }
  const isJudged = ({ state }: DueStanding) => judgedStates.some(each => each === state)
  const behind = standings.filter(each => each.hasBegun && isJudged(each) && !(each.isOfNow && judged(each)))
  if (behind.length === 0) return []
  const touched = behind.flatMap(({ touchedAt }) => (touchedAt === null ? [] : [touchedAt]))
  const count = behind.length
  return touched.length === 0
    ? [words.desk('behind', { count })]
    : [words.desk('behind.since', { count, at: momentWords(words, environment, Math.min(...touched)) })]
}
