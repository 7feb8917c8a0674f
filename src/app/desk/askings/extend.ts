// Gives a unit a later day to hand in, once it is confirmed.

import { plain } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import { extendUnit } from '../../registry/extend-unit.ts'
import type { Asking, DeskAnswer } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import { dayHeard } from '../hearing/day-heard.ts'
import { meantUnit } from '../named-unit.ts'
import { readCollected } from '../standings-now.ts'
import { unitNamed } from '../subject.ts'

/** `args`: the unit and the day, where they are known, and `do` behind them where it is confirmed. */
export const extend: Asking = async (deps, asker, { text, args, said }) => {
  const { words, environment } = deps
  const say = (line: string): DeskAnswer => ({
    lines: [plain(line)],
    choices: ways(words, 'missing', 'progress'),
  })
  const read = await readCollected(deps, asker)
  if (!read) return say(words.desk('progress.none'))
  const [id, day, confirmed] = args
  const name = id === undefined || id === '' ? await unitNamed(deps, asker, text ?? '') : null
  if (name === '') {
    return { lines: [], pending: { asking: 'extend', args: [], question: words.desk('extend.whom') } }
  }
  const meant = await meantUnit(
    deps,
    asker,
    'extend',
    name === null ? { id: id ?? '' } : { name, more: more(said) },
  )
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const standing = read.standings.find(each => each.id === unit.id)
  if (standing && standing.state !== 'draft' && standing.state !== 'returned')
    return say(words.desk('extend.handed-in', { unit: unit.name }))
  const today = environment.dateOf(asker.caller.at)
  const due = standing?.due ?? today
  const until = dayHeard(words, day ?? said ?? text ?? '', { today, due })
  if (until === null) {
    const question = words.desk('extend.until', { unit: unit.name })
    return { lines: [], pending: { asking: 'extend', args: [unit.id], question } }
  }
  const about = { unit: unit.name, due: dayWords(words, due), day: dayWords(words, until) }
  if (confirmed !== 'do')
    return {
      lines: [plain(words.desk('extend.sure', about))],
      choices: [
        { asking: 'extend', args: [unit.id, until, 'do'], label: words.desk('choice.extend.do'), main: true },
        choiceOf(words, 'cancel'),
      ],
    }
  // The message may come again after the day was written.
  if (standing?.extendedUntil === until) return say(words.desk('extend.done', about))
  const wish = { campaign: read.campaign.id, unit: unit.id, until }
  const act = await extendUnit({ ...deps, ...environment }, asker.caller, wish)
  return say(words.desk(act.type === 'done' ? 'extend.done' : 'extend.not-done', about))
}

const more = (said: string | undefined): readonly string[] => (said === undefined ? [] : [said])
