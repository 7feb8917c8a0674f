// Of whom the sealed paper copy has not been received, though the report is in.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { nameList } from '../../oversight/name-list.ts'
import { countStandings } from '../standings-now.ts'

export const unsealed = countStandings(({ words }, { standings }) => {
  const left = standings.filter(standingKinds.unsealed).map(({ unit }) => unit)
  const count = standings.filter(standingKinds.submitted).length
  return {
    lines: [
      left.length > 0
        ? words.desk('unsealed.count', { count: left.length, units: nameList(words, left) })
        : words.desk('unsealed.none', { count }),
    ],
  }
})
