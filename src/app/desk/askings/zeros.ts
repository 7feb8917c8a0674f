// How many of those that are in are zero reports, and whose: a count of units, no figure of any.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { nameList } from '../../oversight/name-list.ts'
import { countStandings } from '../standings-now.ts'

export const zeros = countStandings(({ words }, { standings }) => {
  const submitted = standings.filter(standingKinds.submitted)
  const zero = submitted.filter(each => each.zero).map(({ unit }) => unit)
  return {
    lines: [
      words.desk('zeros.count', { count: zero.length, submitted: submitted.length }),
      ...(zero.length > 0 ? [words.desk('zeros.names', { units: nameList(words, zero) })] : []),
    ],
  }
})
