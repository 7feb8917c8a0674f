// Which units have a later day, and which.

import { dayWords } from '../../day-words.ts'
import { nameList } from '../../oversight/name-list.ts'
import { countStandings } from '../standings-now.ts'

export const extended = countStandings(({ words }, { standings }) => {
  const names = standings.flatMap(({ unit, extendedUntil: day }) =>
    day === null
      ? []
      : [
          words.desk('unit-with', {
            unit,
            with: words.desk('extended.until', { day: dayWords(words, day) }),
          }),
        ],
  )
  return {
    lines: [
      names.length > 0
        ? words.desk('extended.count', { count: names.length, units: nameList(words, names) })
        : words.desk('extended.none'),
    ],
  }
})
