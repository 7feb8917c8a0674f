// How often reports were returned, who has mended and who has not, since when and until when.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { dayWords } from '../../day-words.ts'
import { nameList } from '../../oversight/name-list.ts'
import type { DueStanding } from '../../oversight/read-status.ts'
import { countStandings } from '../standings-now.ts'

export const returned = countStandings(({ words, environment }, { standings }) => {
  const all = standings.filter(({ returnedTimes }) => returnedTimes > 0)
  if (all.length === 0) return { lines: [words.desk('returned.none')] }
  const mended = all.filter(standingKinds.mended)
  const left = all.filter(each => !mended.includes(each))
  const times = all.reduce((sum, { returnedTimes }) => sum + returnedTimes, 0)
  const since = ({ unit, returnedAt, mendBy }: DueStanding): string => {
    const facts = [
      ...(returnedAt === null
        ? []
        : [words.desk('returned.since', { day: dayWords(words, environment.dateOf(returnedAt)) })]),
      ...(mendBy === null ? [] : [words.desk('returned.until', { day: dayWords(words, mendBy) })]),
    ].join(words.say('list'))
    return facts === '' ? unit : words.desk('unit-with', { unit, with: facts })
  }
  const line = (key: 'returned.left' | 'returned.mended', names: readonly string[]) =>
    names.length > 0 ? [words.desk(key, { units: nameList(words, names) })] : []
  return {
    lines: [
      words.desk('returned.count', {
        ...{ times, count: all.length },
        ...{ mended: mended.length, left: left.length },
      }),
      ...line('returned.left', left.map(since)),
      ...line(
        'returned.mended',
        mended.map(({ unit }) => unit),
      ),
    ],
  }
})
