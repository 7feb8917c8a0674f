// One sentence for a superior who asks how many are left, ready to be forwarded. It foresees only what units have said
// themselves.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { plain } from '../../conversation/compose/view.ts'
import { momentWords } from '../../moment-words.ts'
import { choiceOf, ways } from '../choices.ts'
import { countStandings } from '../standings-now.ts'

export const reply = countStandings(({ words, environment }, { standings, today, asker }) => {
  const left = standings.filter(standingKinds.missing)
  const counted = {
    at: momentWords(words, environment, asker.caller.at),
    ...{ of: standings.length, left: left.length },
    submitted: standings.length - left.length,
  }
  const promised = left.filter(({ promisedOn }) => promisedOn === today).length
  const foreseen = promised > 0 ? words.desk('reply.promised', { count: promised }) : ''
  const text =
    left.length === 0
      ? words.desk('reply.all', counted)
      : words.desk('reply', { ...counted, promised: foreseen })
  return {
    kept: [[plain(text)]],
    lines: [words.desk('reply.ready')],
    choices: [...(left.length > 0 ? [choiceOf(words, 'names', 'missing')] : []), ...ways(words, 'progress')],
  }
})
