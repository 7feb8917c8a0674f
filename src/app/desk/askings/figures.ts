// Figures of a report: of one unit that is named, to somebody who may read its report, in private as every desk is. Of
// several there are none in a chat.

import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { readCollected } from '../standings-now.ts'
import { subjectOf } from '../subject.ts'
import { review } from './review.ts'

export const figures: Asking = async (deps, asker, { text }) => {
  const { words } = deps
  const subject = await subjectOf(deps, asker, text)
  if (subject.type === 'answer') return subject.answer
  if (subject.type !== 'unit')
    return { lines: [plain(words.desk('figures.whole'))], choices: ways(words, 'progress', 'units') }
  const { unit } = subject
  const read = await readCollected(deps, asker)
  const filing = unit.filings.find(
    ({ obligation, year }) => obligation === read?.campaign.obligation && year === read.campaign.year,
  )
  return filing
    ? review(deps, asker, { text: null, args: [filing.id] })
    : {
        lines: [plain(words.desk('figures.none', { unit: unit.name }))],
        choices: ways(words, 'progress', 'units'),
      }
}
