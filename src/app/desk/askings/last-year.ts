// How many had handed in by the same day of the year before.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { dateWords } from '../../chasing/group-text.ts'
import { readStandings } from '../../oversight/read-status.ts'
import { countStandings } from '../standings-now.ts'

export const lastYear = countStandings(async (deps, { campaign, standings, branch, asker, today }) => {
  const { words, campaigns, environment } = deps
  const now = standings.filter(standingKinds.submitted).length
  const before = (await campaigns.campaigns()).find(
    ({ obligation, year }) => obligation === campaign.obligation && year === campaign.year - 1,
  )
  const stood = before && (await readStandings(deps, asker.caller, before))
  if (!stood) return { lines: [words.desk('last-year.none', { now })] }
  const day = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const isIn = (at: number | null): boolean => at !== null && environment.dateOf(at) <= day
  const of = stood.filter(({ level }) => branch === null || (level !== null && branch.levels.includes(level)))
  const count = of.filter(({ firstSubmittedAt }) => isIn(firstSubmittedAt)).length
  return {
    lines: [
      words.desk('last-year.same', {
        day: `${day.slice(0, 4)} ${dateWords(words, day)}`,
        before: count,
        now,
      }),
    ],
  }
})
