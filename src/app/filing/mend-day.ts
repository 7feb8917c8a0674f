// The day by which a returned report is to be handed in again where the office names none: two working days from the day on
// which the return rings, never past the day of publication.

import { ringOf } from '../../district/nudges/hours.ts'
import { returnDueDay } from '../../district/nudges/returned.ts'
import { workCalendar } from '../../district/work-calendar.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { legalDay } from '../legal-day.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Environment } from '../ports/environment.ts'
import type { HandledFiling } from '../ports/handling.ts'
import { momentOf } from './rings-now.ts'

type Deps = {
  readonly calendar: Pick<Calendar, 'notices'>
  readonly catalog: Catalog
  readonly environment: Pick<Environment, 'dateOf' | 'startOf'>
}

/** `YYYY-MM-DD`, for a return of that moment (milliseconds since 1970). */
export const mendDayOf = async (
  { calendar, catalog, environment }: Deps,
  { filing, unit, publishOn }: Pick<HandledFiling, 'filing' | 'unit' | 'publishOn'>,
  at: number,
  isAtOnce: boolean,
): Promise<string> => {
  const days = workCalendar(await calendar.notices())
  const { date: rangOn } = ringOf(days, momentOf(environment, at), isAtOnce)
  const dates = { publish: publishOn, legal: legalDay(catalog, filing, unit.level) }
  return returnDueDay(days, { dates }, rangOn, null)
}
