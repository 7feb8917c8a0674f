// Records that a unit's sealed paper copy (盖章件) has come, on a day that is shown back; only the tap records it.

import { addDays } from '../../../district/days.ts'
import { standingKinds } from '../../../district/standing-kinds.ts'
import { plain } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import type { Asking, DeskAnswer } from '../asking.ts'
import { ways } from '../choices.ts'
import { dayHeard } from '../hearing/day-heard.ts'
import { meantUnit } from '../named-unit.ts'
import { actedAnswer } from '../reviewed.ts'
import { readCollected } from '../standings-now.ts'
import { unitNamed } from '../subject.ts'

/** `args`: the unit and the day, where they are known, and `do` behind them where it is confirmed. */
export const sealed: Asking = async (deps, asker, { text, args: [id = '', day = '', confirmed], said }) => {
  const { words, environment } = deps
  const say = (line: string): DeskAnswer => ({
    lines: [plain(line)],
    choices: ways(words, 'progress', 'units'),
  })
  const name = id === '' ? await unitNamed(deps, asker, text ?? '') : null
  if (name === '')
    return { lines: [], pending: { asking: 'sealed', args: [], question: words.desk('sealed.whom') } }
  const meant = await meantUnit(deps, asker, 'sealed', name === null ? { id } : { name })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const read = await readCollected(deps, asker)
  const filing = unit.filings.find(
    ({ obligation, year }) => obligation === read?.campaign.obligation && year === read.campaign.year,
  )
  const standing = read?.standings.find(each => each.id === unit.id)
  if (!filing || !standing || !standingKinds.submitted(standing))
    return say(words.desk('sealed.none', { unit: unit.name }))
  const today = environment.dateOf(asker.caller.at)
  const receivedOn =
    day === '' ? dayReceived(dayHeard(words, said ?? text ?? '', { today, due: today }), today) : day
  const about = { unit: unit.name, day: dayWords(words, receivedOn) }
  if (receivedOn > today) return say(words.desk('sealed.to-come', about))
  if (standing.sealedAt !== null)
    return say(
      words.desk('sealed.already', { ...about, day: dayWords(words, environment.dateOf(standing.sealedAt)) }),
    )
  if (confirmed === 'do')
    return actedAnswer(deps, asker, filing.id, { act: 'receive-sealed', content: null, receivedOn })
  return {
    lines: [plain(words.desk('sealed.sure', about))],
    choices: [
      { asking: 'sealed', args: [unit.id, receivedOn, 'do'], label: words.desk('choice.sealed'), main: true },
      ...ways(words, 'cancel', 'progress'),
    ],
  }
}

/** A date without a year is heard as the next one; of a paper that came it is the last one, unless that is long ago. */
const dayReceived = (heard: string | null, today: string): string => {
  if (heard === null || heard <= today) return heard ?? today
  const before = `${Number(heard.slice(0, 4)) - 1}${heard.slice(4)}`
  return before >= addDays(today, -longAgo) ? before : heard
}

/** In days. */
const longAgo = 180
