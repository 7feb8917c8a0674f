// The office's hours decide whether what is sent at a moment makes a phone ring.

import { isReturnTime } from '../../district/nudges/hours.ts'
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
  const date = environment.dateOf(at)
  const time = Math.floor((at - environment.startOf(date)) / minuteMs)
  return isReturnTime(workCalendar(await calendar.notices()), { date, time })
}
