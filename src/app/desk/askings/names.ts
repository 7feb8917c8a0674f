// The names of units of a kind, one a line, ready to be copied.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { plain } from '../../conversation/compose/view.ts'
import { ways } from '../choices.ts'
import { countStandings } from '../standings-now.ts'

/** `args`: `missing`. */
export const names = countStandings(({ words }, { standings }) => {
  const left = standings.filter(standingKinds.missing).map(({ unit }) => unit)
  const texts = Array.from({ length: Math.ceil(left.length / mostNames) }, (_, at) =>
    left.slice(at * mostNames, (at + 1) * mostNames).join('\n'),
  )
  return {
    kept: texts.map(text => [plain(text)]),
    lines: [
      left.length > 0
        ? words.desk('names.ready', { count: left.length })
        : words.desk('missing.none', { count: standings.length }),
    ],
    choices: ways(words, 'missing', 'progress'),
  }
})

/** Of a message: a name has 100 signs at most, few have more than 20 (Telegram takes 4096). */
const mostNames = 40
