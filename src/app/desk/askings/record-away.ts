// Records a leave that was shown back, or ends one early.

import { plain } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import { endAbsence, recordAbsence } from '../../registry/record-absence.ts'
import type { Asking, DeskAnswer } from '../asking.ts'
import { ways } from '../choices.ts'
import { meantUnit } from '../named-unit.ts'

/** `args`: the unit and the person; the days and the substitute behind them, none of which stand there for an end. */
export const recordAway: Asking = async (deps, asker, { args: [id = '', person = '', since, until, by] }) => {
  const { words, environment } = deps
  const meant = await meantUnit(deps, asker, 'away', { id })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const today = environment.dateOf(asker.caller.at)
  const ports = { ...deps, ...environment }
  const say = (line: string): DeskAnswer => ({
    lines: [plain(line)],
    choices: ways(words, 'people', 'progress'),
  })
  const about = { unit: unit.id, person, today }
  if (since === undefined || until === undefined) {
    const act = await endAbsence(ports, asker.caller, about)
    if (act.type === 'done')
      return say(words.desk('away.ended', { unit: unit.name, name: act.value.person.name }))
    return say(words.desk(act.why === 'absence-unknown' ? 'away.none' : 'away.not-done', { unit: unit.name }))
  }
  const substitute = by === undefined || by === '' ? null : by
  const act = await recordAbsence(ports, asker.caller, { ...about, since, until, substitute })
  if (act.type === 'refused') return say(words.desk('away.not-done', { unit: unit.name }))
  const { person: filler, substitute: standIn } = act.value
  const told = {
    ...{ unit: unit.name, name: filler.name, substitute: standIn?.name ?? '' },
    ...{ since: dayWords(words, since), until: dayWords(words, until) },
  }
  return {
    lines: [
      plain(words.desk(standIn ? 'away.done' : 'away.done.alone', told)),
      ...(standIn?.joins ? [plain(words.desk('away.joined', told))] : []),
    ],
    choices: [
      { asking: 'record-away', args: [id, person], label: words.desk('choice.away.end') },
      ...ways(words, 'people', 'progress'),
    ],
  }
}
