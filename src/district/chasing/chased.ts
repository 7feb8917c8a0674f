// Units that the office chases on a day, each with what is open and until when. Pure; dates are days in the district's
// zone. It plans no message of the clock.

import { shiftWorkingDays } from '../count-working-days.ts'
import { addDays } from '../days.ts'
import { ringOf } from '../nudges/hours.ts'
import { readMoment } from '../nudges/moment.ts'
import type { NudgedFiling, Season } from '../nudges/nudge.ts'
import { type Recipient, recipientOf } from '../nudges/recipient.ts'
import { returnDueDay } from '../nudges/returned.ts'
import { dueDayOf, publishDayOf } from '../nudges/season-days.ts'
import type { WorkCalendar } from '../work-calendar.ts'

/** 未报送, 退回未改, 已通过未公开. */
export type Matter = 'report' | 'mend' | 'publish'

/** Seven days or less, three working days or less, the day has passed. */
export const colours = ['near', 'behind', 'overdue'] as const
export type Colour = (typeof colours)[number]

export type Chased = {
  readonly matter: Matter
  readonly due: string
  /** Null while the day is further ahead. */
  readonly colour: Colour | null
  /** Null where nobody of the unit is in, or nobody is there. */
  readonly recipient: Recipient | null
  readonly hasEntered: boolean
  /** It has a later day of its own, or gave one: it is chased by nobody until then. */
  readonly isSpared: boolean
}

/** Null where nothing is open at the unit. */
export const chasedOn = (
  calendar: WorkCalendar,
  season: Season,
  filing: NudgedFiling,
  date: string,
): Chased | null => {
  const open = openMatter(calendar, season, filing)
  if (!open) return null
  return {
    ...open,
    colour: colourOf(calendar, open.due, date),
    recipient: recipientOf(filing.fillers, date),
    hasEntered: filing.entered !== null,
    isSpared: open.matter === 'report' && isSpared(calendar, season, filing, date),
  }
}

/** The names of a group text from the last working day before the day of reporting on; before it, none (2.1). */
export const isNamingDay = (calendar: WorkCalendar, due: string, date: string): boolean =>
  date >= shiftWorkingDays(calendar, due, -1)

export const colourOf = (calendar: WorkCalendar, due: string, date: string): Colour | null => {
  if (date > due) return 'overdue'
  if (date >= shiftWorkingDays(calendar, due, -3)) return 'behind'
  return date >= addDays(due, -7) ? 'near' : null
}

const openMatter = (
  calendar: WorkCalendar,
  season: Season,
  filing: NudgedFiling,
): Pick<Chased, 'matter' | 'due'> | null => {
  const { state, returned, awaitsSignOff, publishesItself } = filing
  if (state === 'returned' && returned) {
    const { date: rangOn } = ringOf(calendar, readMoment(returned.moment), returned.atOnce)
    return { matter: 'mend', due: returnDueDay(calendar, season, rangOn, returned.until) }
  }
  if (state === 'draft' || awaitsSignOff)
    return { matter: 'report', due: dueDayOf(calendar, season.dates, filing) }
  return state === 'approved' && publishesItself
    ? { matter: 'publish', due: publishDayOf(calendar, season.dates) }
    : null
}

const isSpared = (
  calendar: WorkCalendar,
  { dates }: Season,
  { extendedUntil, promisedOn, awaitsSignOff }: NudgedFiling,
  date: string,
): boolean => {
  const ofAll = dueDayOf(calendar, dates, { extendedUntil: null, awaitsSignOff })
  const isExtended = extendedUntil !== null && extendedUntil > ofAll && date <= extendedUntil
  return isExtended || (promisedOn !== null && date <= promisedOn && date <= dates.legal)
}
