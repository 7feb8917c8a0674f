// The reports that wait for the office: handed in and not yet approved, and those whose unit asks to have them back. The
// oldest first, with a button for each.

import { plain, strong } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { reviewChoice } from '../reviewed.ts'
import { waitingHere, waitingWords } from '../waiting-here.ts'

/** Telegram takes a hundred buttons (Bot API); more are not read in one sitting. */
const most = 40

export const queue: Asking = async (deps, { caller }) => {
  const { words } = deps
  const waiting = await waitingHere(deps, caller)
  return {
    lines: [
      strong(words.desk(waiting.length > 0 ? 'queue.count' : 'queue.none', { count: waiting.length })),
      ...waiting.slice(0, most).map(each => plain(`${each.unitName} \u00b7 ${waitingWords(deps, each)}`)),
    ],
    choices: [
      ...waiting.slice(0, most).map(({ filing, unitName }) => reviewChoice(filing, unitName)),
      ...ways(words, 'progress', 'units'),
    ],
  }
}
