// A nudge in words, as an office would send it: what is open and until when, and never a figure of the report. To a unit
// it says 尚未报送, never 逾期 (the office's rules, 2.1).

import { workingDaysAfter } from '../../district/count-working-days.ts'
import type { DayLine, Season, StageOfFiling } from '../../district/nudges/nudge.ts'
import { weekdayOf } from '../../district/weekday.ts'
import type { WorkCalendar } from '../../district/work-calendar.ts'
import type { DistrictKey } from '../../i18n/books.ts'
import type { Words } from '../../i18n/words.ts'
import { dayWords } from '../day-words.ts'
import type { FilingToNudge } from '../ports/nudges.ts'

/** All that the words are made from; `title` names the report and its year, `date` is the day on which it is sent. */
export type NudgeContext = {
  readonly words: Words
  readonly calendar: WorkCalendar
  readonly season: Season
  readonly title: string
  readonly date: string
}

/** `filler`: the name of whom it is sent to; the opening says it, so that a wrong one is seen on the first day. */
export const nudgeText = (
  said: NudgeContext,
  { stage, due, urgency, lines }: StageOfFiling,
  filing: FilingToNudge,
  filler: string | null = null,
): string => {
  const sentences = {
    returned: () => [bySide(said, 'nudge.returned', due)],
    publish: () => [bySide(said, 'nudge.publish', due)],
    overdue: () => [...openWords(said, filing), bySide(said, 'nudge', due)],
    due: () => [...openWords(said, filing), bySide(said, 'nudge', due)],
    stage: () =>
      stage === 'opening'
        ? [openingWords(said, filing, filler)]
        : [...openWords(said, filing), bySide(said, 'nudge', due)],
    idle: () => [...openWords(said, filing), say(said, 'nudge.idle', { touched: dayWords(said.words, due) })],
  }[urgency]()
  const weekday = weekdayOf(said.date)
  const isWeekend = weekday === 0 || weekday === 6
  return [
    ...(isWeekend ? [say(said, 'nudge.works-today', { weekday: said.words.say(`weekday.${weekday}`) })] : []),
    ...sentences,
    ...lines.map(line => lineWords(said, line)),
  ].join('\n')
}

const say = (
  { words, title }: NudgeContext,
  key: DistrictKey,
  params: Readonly<Record<string, string | number>>,
): string => words.district(key, { title, office: words.district('office'), ...params })

/** Before the day, on it, or after it. The day of a week's message is the one that passed first. */
const bySide = (
  said: NudgeContext,
  what: 'nudge' | 'nudge.returned' | 'nudge.publish',
  due: string,
): string => {
  const { date, words } = said
  const params = { due: dayWords(words, due) }
  if (date > due) return say(said, `${what}.overdue`, params)
  if (date === due) return say(said, `${what}.today`, {})
  return what === 'nudge' ? untilWords(said, due) : say(said, what, params)
}

/** The working days left, today not counted; one of a weekend is named. */
const untilWords = (said: NudgeContext, due: string): string => {
  const days = workingDaysAfter(said.calendar, said.date, due)
  const weekend = days.filter(day => weekdayOf(day) === 0 || weekdayOf(day) === 6)
  const params = { due: dayWords(said.words, due), left: days.length }
  if (weekend.length === 0) return say(said, 'nudge.until', params)
  const named = weekend.map(day => dayWords(said.words, day)).join(said.words.say('list'))
  return say(said, 'nudge.until.weekend', { ...params, weekend: named })
}

/** About so many seconds for each question that is open. */
const secondsEach = 20

const openWords = (said: NudgeContext, { open, errors, touchedOn }: FilingToNudge): readonly string[] => {
  if (touchedOn === null) return [say(said, 'nudge.begin', {})]
  const minutes = Math.max(1, Math.round((open * secondsEach) / 60))
  return [
    open === 0 ? say(said, 'nudge.full', {}) : say(said, 'nudge.open', { open, minutes }),
    ...(errors > 0 ? [say(said, 'nudge.errors', { errors })] : []),
  ]
}

const openingWords = (said: NudgeContext, { name }: FilingToNudge, filler: string | null): string => {
  const { words, season } = said
  const dates = (['sign', 'due', 'final', 'publish', 'legal'] as const).flatMap(name => {
    const date = season.dates[name]
    return date === null ? [] : [say(said, `nudge.date.${name}`, { day: dayWords(words, date) })]
  })
  const named = say(said, 'nudge.dates', { dates: dates.join(' · ') })
  return [
    say(said, 'nudge.opening', {}),
    ...(filler === null ? [] : [say(said, 'nudge.opening.whose', { unit: name, filler })]),
    say(said, 'nudge.opening.dates', { dates: named }),
    ...(filler === null ? [] : [say(said, 'nudge.opening.still', {})]),
  ].join('\n')
}

const lineWords = (said: NudgeContext, line: DayLine): string => {
  const { words, season, calendar, date } = said
  const legal = dayWords(words, season.dates.legal)
  if (line === 'sign') return say(said, 'nudge.sign', { day: dayWords(words, season.dates.sign ?? date) })
  if (line === 'last-working-day' && !calendar.covers(season.dates.legal))
    return say(said, 'nudge.last-working-day.estimate', { legal })
  return say(said, `nudge.${line}`, { legal })
}
