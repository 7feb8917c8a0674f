// The units that have not handed in: their number, then the names by state; a returned one, which has handed in, apart.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { nameList } from '../../oversight/name-list.ts'
import type { DueStanding } from '../../oversight/read-status.ts'
import type { AskingChoice } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import { countStandings } from '../standings-now.ts'

/** `args`: `each` has a button for each unit. */
export const missing = countStandings(({ words }, { standings, branch, asked }) => {
  const left = standings.filter(standingKinds.missing)
  const returned = standings.filter(standingKinds.returned)
  const named = (of: readonly DueStanding[]) =>
    nameList(
      words,
      of.map(({ unit }) => unit),
    )
  const part = (key: 'progress.under-way' | 'progress.not-begun', of: readonly DueStanding[]) =>
    of.length === 0
      ? []
      : [words.desk('progress.named', { said: words.desk(key, { count: of.length }), units: named(of) })]
  const parts = [
    ...part('progress.under-way', left.filter(standingKinds.underWay)),
    ...part('progress.not-begun', left.filter(standingKinds.blank)),
  ].join(words.say('list'))
  const about = branch?.name
  const open = [...left, ...returned]
  const each: readonly AskingChoice[] = open
    .slice(0, mostButtons)
    .map(({ id, unit }) => ({ asking: 'unit', args: [id], label: unit }))
  return {
    lines: [
      left.length > 0
        ? words.desk('missing.count', {
            count: left.length,
            parts: words.desk('progress.of-them', { parts }),
          })
        : words.desk('missing.none', { count: standings.length }),
      ...(returned.length > 0
        ? [words.desk('missing.returned', { count: returned.length, units: named(returned) })]
        : []),
    ],
    choices: [
      ...(asked.args[0] === 'each' ? each : []),
      ...(asked.args[0] !== 'each' && open.length > 0 && about === undefined
        ? [{ ...choiceOf(words, 'missing', 'each'), label: words.desk('choice.each') }]
        : []),
      ...(left.length > 0 && about === undefined ? [choiceOf(words, 'names', 'missing')] : []),
      ...ways(words, 'progress'),
    ],
  }
})

/** Telegram takes a hundred buttons (Bot API). */
const mostButtons = 90
