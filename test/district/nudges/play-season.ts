// Plays a season day by day and writes down what each unit is sent: `stage+line+line` beside the date. Each day is planned
// in the morning, once more by another machine, and in the evening with what happened by then.

import type { Nudge, NudgedFiling, Season, SentNudge } from '../../../src/district/nudges/nudge.ts'
import { planNudges } from '../../../src/district/nudges/plan-nudges.ts'
import type { WorkCalendar } from '../../../src/district/work-calendar.ts'
import type { FilingId, UnitId } from '../../../src/engine/filing.ts'

/** What becomes true of a unit's filing at a moment. */
export type Fact = { readonly from: string } & Partial<NudgedFiling>

export type Life = { readonly unit: string; readonly facts: readonly Fact[] }

export const filingOf = (unit: string, facts: Partial<NudgedFiling> = {}): NudgedFiling => ({
  filing: `filing-${unit}` as FilingId,
  unit: unit as UnitId,
  state: 'draft',
  fillers: [{ person: `person-${unit}`, channel: 'telegram', absences: [] }],
  entered: '2000-01-01T00:00',
  touchedOn: null,
  awaitsSignOff: false,
  inSignOff: false,
  returned: null,
  approvedOn: null,
  publishesItself: true,
  extendedUntil: null,
  promisedOn: null,
  ...facts,
})

const filingAt = ({ unit, facts }: Life, moment: string): NudgedFiling =>
  Object.assign({}, filingOf(unit), ...facts.filter(({ from }) => from <= moment))

const sentOf = ({ date, person, lead, rest }: Nudge): readonly SentNudge[] =>
  [lead, ...rest].map(({ filing, stage, key }) => ({ key, date, person, filing, stage }))

/** All nudges of the days, as they go out. */
export const playSeason = (
  calendar: WorkCalendar,
  season: Season,
  lives: readonly Life[],
  days: readonly string[],
): readonly Nudge[] => {
  const sent: SentNudge[] = []
  const all: Nudge[] = []
  for (const date of days) {
    for (const time of ['09:00', '09:00', '23:59']) {
      const filings = lives.map(life => filingAt(life, `${date}T${time}`))
      const nudges = planNudges(calendar, [{ season, filings }], sent, date)
      all.push(...nudges)
      sent.push(...nudges.flatMap(sentOf))
    }
  }
  return all
}

/** `MM-DD | unit A | unit B …`, only days on which anything goes out; `—` is nothing. */
export const seasonTable = (nudges: readonly Nudge[], units: readonly string[]): readonly string[] => {
  const byDay = Map.groupBy(nudges, ({ date }) => date)
  return [...byDay].map(([date, ofDay]) => {
    const cells = units.map(unit => {
      const stages = ofDay
        .filter(({ lead }) => lead.unit === unit)
        .map(({ lead }) => [lead.stage, ...lead.lines].join('+'))
      return stages.length > 0 ? stages.join(' & ') : '—'
    })
    return [date.slice(5), ...cells].join(' | ')
  })
}
