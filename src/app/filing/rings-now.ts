// The office's hours decide whether what is sent at a moment makes a phone ring.

import { isReturnTime } from '../../district/nudges/hours.ts'
import type { Moment } from '../../district/nudges/moment.ts'
import { workCalendar } from '../../district/work-calendar.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Environment } from '../ports/environment.ts'

type Deps = {
  readonly calendar: Pick<Calendar, 'notices'>
  readonly environment: Pick<Environment, 'dateOf' | 'startOf'>
}

const minuteMs = 60_000

/** Whether a return of that moment rings at once; `at` is milliseconds since 1970. */
export const ringsNow = async ({ calendar, environment }: Deps, at: number): Promise<boolean> => {
  return isReturnTime(workCalendar(await calendar.notices()), momentOf(environment, at))
}

/** The instant as a moment of the district. */
export const momentOf = (environment: Deps['environment'], at: number): Moment => {
  const date = environment.dateOf(at)
  return { date, time: Math.floor((at - environment.startOf(date)) / minuteMs) }
}
