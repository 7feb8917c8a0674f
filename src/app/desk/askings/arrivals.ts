// The units that handed in today, or yesterday, and when.

import { addDays } from '../../../district/days.ts'
import { standingKinds } from '../../../district/standing-kinds.ts'
import { momentWords } from '../../moment-words.ts'
import { nameList } from '../../oversight/name-list.ts'
import type { DueStanding } from '../../oversight/read-status.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { countStandings } from '../standings-now.ts'

/** `args`: `0` for today; `1` for yesterday, and what has come since. */
export const arrivals = countStandings((deps, { standings, today, asked }) => ({
  lines:
    asked.args[0] === '1'
      ? [
          dayLine(deps, standings, addDays(today, -1), 'arrivals.1'),
          dayLine(deps, standings, today, 'arrivals.0'),
        ]
      : [dayLine(deps, standings, today, 'arrivals.0')],
}))

const dayLine = (
  { words, environment }: Pick<DeskDeps, 'words' | 'environment'>,
  standings: readonly DueStanding[],
  day: string,
  key: 'arrivals.0' | 'arrivals.1',
): string => {
  const came = standings
    .filter(standingKinds.submitted)
    .flatMap(({ unit, submittedAt, firstSubmittedAt }) =>
      [submittedAt ?? firstSubmittedAt].flatMap(at =>
        at !== null && environment.dateOf(at) === day ? [{ unit, at }] : [],
      ),
    )
    .toSorted((a, b) => a.at - b.at)
  const names = came.map(({ unit, at }) =>
    words.desk('unit-with', { unit, with: momentWords(words, environment, at).split(' ').at(-1) ?? '' }),
  )
  const parts = came.length > 0 ? words.desk('progress.of-them', { parts: nameList(words, names) }) : ''
  return words.desk(key, { count: came.length, parts })
}
