// What a check may know of whoever sits before a filing.

import type { Known } from '../engine/known.ts'
import { catalog } from '../forms/catalog.ts'
import type { Seat } from './ports/conversations.ts'
import type { Environment } from './ports/environment.ts'

export const knownOf = (
  { unit, filing, previous }: Seat,
  environment: Pick<Environment, 'startOf'>,
  now: number,
): Known => {
  const yearEnd = environment.startOf(`${filing.year + 1}-01-01`)
  return {
    unit,
    previous: previous && { form: catalog.formOf(previous.form), filing: previous },
    yearEnd: now >= yearEnd ? yearEnd : null,
  }
}
