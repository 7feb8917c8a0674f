// How many are published, and who is approved and not published yet.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { nameList } from '../../oversight/name-list.ts'
import { choiceOf, ways } from '../choices.ts'
import { rightsAt } from '../desk-of.ts'
import { countStandings } from '../standings-now.ts'

export const published = countStandings(({ words }, { standings, asker }) => {
  const left = standings.filter(standingKinds.unpublished).map(({ unit }) => unit)
  const units = left.length > 0 ? words.desk('progress.of-them', { parts: nameList(words, left) }) : ''
  const count = standings.filter(standingKinds.published).length
  return {
    lines: [words.desk('published.count', { count, left: left.length, units })],
    choices: [
      ...(left.length > 0 && rightsAt(asker, 'publish-filing') ? [choiceOf(words, 'publish')] : []),
      ...ways(words, 'progress'),
    ],
  }
})
