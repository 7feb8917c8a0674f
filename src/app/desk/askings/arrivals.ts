// Who handed in for the first time today, or yesterday, and when.

import { addDays } from '../../../district/days.ts'
import { standingKinds } from '../../../district/standing-kinds.ts'
import { momentWords } from '../../moment-words.ts'
import { nameList } from '../../oversight/name-list.ts'
import { countStandings } from '../standings-now.ts'

/** `args`: `0` for today, `1` for yesterday. */
export const arrivals = countStandings(({ words, environment }, { standings, today, asked }) => {
  const isToday = asked.args[0] !== '1'
  const day = isToday ? today : addDays(today, -1)
  const came = standings
    .filter(standingKinds.submitted)
    .flatMap(({ unit, firstSubmittedAt: at }) =>
      at !== null && environment.dateOf(at) === day ? [{ unit, at }] : [],
    )
    .toSorted((a, b) => a.at - b.at)
  const names = came.map(({ unit, at }) =>
    words.desk('unit-with', { unit, with: momentWords(words, environment, at).split(' ').at(-1) ?? '' }),
  )
  const parts = came.length > 0 ? words.desk('progress.of-them', { parts: nameList(words, names) }) : ''
  return { lines: [words.desk(isToday ? 'arrivals.0' : 'arrivals.1', { count: came.length, parts })] }
})
