// The result of the last reminders before today: who has handed in since, who has written something, who nothing, and whom
// they did not reach.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { dayWords } from '../../day-words.ts'
import { listNudges } from '../../nudging/list-nudges.ts'
import { nameList } from '../../oversight/name-list.ts'
import { countStandings } from '../standings-now.ts'

export const echo = countStandings(async (deps, { campaign, standings, asker, today }) => {
  const { words, environment } = deps
  const all = (await listNudges(deps, asker.caller, campaign)) ?? []
  const earlier = all.filter(({ at, unit, state }) => {
    return unit !== null && state !== 'cancelled' && environment.dateOf(at) < today
  })
  const [last] = earlier
  if (!last) return { lines: [words.desk('echo.none')] }
  const day = environment.dateOf(last.at)
  const ofDay = Map.groupBy(
    earlier.filter(({ at }) => environment.dateOf(at) === day),
    ({ unit }) => unit,
  )
  const reminded = standings.flatMap(standing => {
    const sent = ofDay.get(standing.unit)
    return sent ? [{ standing, at: Math.min(...sent.map(({ at }) => at)), sent }] : []
  })
  const isIn = ({ standing }: (typeof reminded)[number]) => standingKinds.submitted(standing)
  const hasWritten = ({ standing, at }: (typeof reminded)[number]) => (standing.touchedAt ?? 0) >= at
  const hasFailed = ({ sent }: (typeof reminded)[number]) => sent.every(({ state }) => state === 'failed')
  const groups = Map.groupBy(reminded, each =>
    isIn(each) ? 'submitted' : hasWritten(each) ? 'written' : hasFailed(each) ? 'failed' : 'idle',
  )
  const namesOf = (group: 'submitted' | 'written' | 'failed' | 'idle') =>
    (groups.get(group) ?? []).map(({ standing }) => standing.unit)
  const line = (group: 'failed' | 'idle') => {
    const names = namesOf(group)
    return names.length > 0 ? [words.desk(`echo.${group}`, { units: nameList(words, names) })] : []
  }
  return {
    lines: [
      words.desk('echo.count', {
        ...{ day: dayWords(words, day), count: reminded.length },
        ...{ submitted: namesOf('submitted').length, written: namesOf('written').length },
        ...{ idle: namesOf('idle').length, failed: namesOf('failed').length },
      }),
      ...line('idle'),
      ...line('failed'),
    ],
  }
})
