// From which units nobody who fills in has come in yet.

import { nameList } from '../../oversight/name-list.ts'
import { choiceOf, ways } from '../choices.ts'
import { countStandings } from '../standings-now.ts'

export const unclaimed = countStandings(({ words }, { standings }) => {
  const names = standings.filter(({ enteredAt }) => enteredAt === null).map(({ unit }) => unit)
  return {
    lines: [
      names.length > 0
        ? words.desk('unclaimed.count', { count: names.length, units: nameList(words, names) })
        : words.desk('unclaimed.none', { count: standings.length }),
    ],
    choices: [
      ...(names.length > 0 ? [choiceOf(words, 'private')] : []),
      ...ways(words, 'invite', 'progress'),
    ],
  }
})
