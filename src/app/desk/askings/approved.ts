// The units that are approved, published ones too.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { nameList } from '../../oversight/name-list.ts'
import { countStandings } from '../standings-now.ts'

export const approved = countStandings(({ words }, { standings }) => {
  const names = standings
    .filter(each => standingKinds.unpublished(each) || standingKinds.published(each))
    .map(({ unit }) => unit)
  const units = names.length > 0 ? words.desk('progress.of-them', { parts: nameList(words, names) }) : ''
  return { lines: [words.desk('approved.count', { count: names.length, units })] }
})
