// How many working days are left.

import { dueLine } from '../../oversight/progress-lines.ts'
import { countStandings } from '../standings-now.ts'

export const daysLeft = countStandings(async (deps, { campaign, today }) => {
  const lines = await dueLine(deps, campaign, today)
  return { lines: lines.length > 0 ? lines : [deps.words.desk('days-left.none')] }
})
