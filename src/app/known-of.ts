// What a check may know of whoever sits before a filing.

import type { Known, Powers } from '../engine/known.ts'
import type { Seat } from './ports.ts'

/** One object: a check that has been done is found again by it. */
const nobodySaid: Powers = {}

export const knownOf = ({ unit }: Seat): Known => ({
  unit: { name: unit.name, level: unit.level, powers: nobodySaid },
  previous: null,
})
