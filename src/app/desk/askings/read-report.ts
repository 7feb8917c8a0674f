// The report in full, as it prints, and the way back to its review.

import { previewLines } from '../../conversation/compose/preview-lines.ts'
import { plain } from '../../conversation/compose/view.ts'
import { signedDay } from '../../filing/signed-day.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { goneAnswer, reviewChoice, reviewedOf } from '../reviewed.ts'

export const readReport: Asking = async (deps, asker, { args: [id = ''] }) => {
  const { words } = deps
  const found = await reviewedOf(deps, asker, id)
  if (!found) return goneAnswer(deps)
  const { name } = found.stood.unit
  return {
    kept: [previewLines(found.view, signedDay(found.stood) ?? deps.environment.dateOf(asker.caller.at))],
    lines: [plain(words.desk('review.read', { unit: name }))],
    choices: [reviewChoice(id, words.desk('review.again', { unit: name })), ...ways(words, 'queue')],
  }
}
