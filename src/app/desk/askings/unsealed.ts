// Of whom the sealed paper copy has not been received, though the report is in; of one unit whether it has been.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { nameList } from '../../oversight/name-list.ts'
import type { Asking, AskingChoice } from '../asking.ts'
import { ways } from '../choices.ts'
import { rightsAt } from '../desk-of.ts'
import { countStandings } from '../standings-now.ts'
import { subjectOf } from '../subject.ts'
import { sealed } from './sealed.ts'

export const unsealed: Asking = async (deps, asker, asked) => {
  const subject = await subjectOf(deps, asker, asked.text)
  return subject.type === 'unit' && rightsAt(asker, 'receive-sealed')
    ? sealed(deps, asker, { ...asked, text: null, args: [subject.unit.id] })
    : counted(deps, asker, asked)
}

/** Telegram takes a hundred buttons (Bot API); the others can be named. */
const most = 40

const counted = countStandings(({ words }, { standings, asker }) => {
  const left = standings.filter(standingKinds.unsealed)
  const count = standings.filter(standingKinds.submitted).length
  const units = nameList(
    words,
    left.map(({ unit }) => unit),
  )
  const receive = ({ id, unit }: (typeof left)[number]): AskingChoice => ({
    ...{ asking: 'sealed', args: [id], label: words.desk('sealed.of', { unit }) },
  })
  return {
    lines: [
      left.length > 0
        ? words.desk('unsealed.count', { count: left.length, units })
        : words.desk('unsealed.none', { count }),
    ],
    choices: [
      ...(rightsAt(asker, 'receive-sealed') ? left.slice(0, most).map(receive) : []),
      ...ways(words, 'progress'),
    ],
  }
})
