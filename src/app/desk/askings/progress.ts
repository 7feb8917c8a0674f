// How many have handed in, in short, for each campaign that is open.

import { plain, strong } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import { momentWords } from '../../moment-words.ts'
import { progressWords } from '../../oversight/progress-words.ts'
import { readStatus } from '../../oversight/read-status.ts'
import { reportTitle } from '../../report-title.ts'
import type { Asking } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import { rightsAt } from '../desk-of.ts'

export const progress: Asking = async (deps, asker) => {
  const { caller } = asker
  const { campaigns, environment, words } = deps
  const open = (await campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  const at = momentWords(words, environment, caller.at)
  const said = await Promise.all(
    open.map(async campaign => {
      const summary = await readStatus({ ...deps, dayOf: environment.dateOf }, caller, campaign)
      if (!summary) return []
      const due = campaign.dates.due ?? campaign.dates.publish
      return [
        strong(words.desk('progress.head', { title: reportTitle(deps, campaign), at })),
        ...progressWords(words, summary).map(plain),
        ...(due === null ? [] : [plain(words.desk('progress.due', { day: dayWords(words, due) }))]),
      ]
    }),
  )
  const lines = said.flat()
  return {
    lines: lines.length > 0 ? lines : [plain(words.desk('progress.none'))],
    choices: [
      ...(rightsAt(asker, 'see-chased') ? [choiceOf(words, 'chase')] : []),
      ...ways(words, 'units', 'people'),
    ],
  }
}
