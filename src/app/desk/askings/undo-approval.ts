// Takes an approval back, with the reason that is asked for and shown back; only the tap does it.

import type { Asking, DeskAnswer } from '../asking.ts'
import { ways } from '../choices.ts'
import { actedAnswer, goneAnswer, reviewedOf } from '../reviewed.ts'
import { shownBack } from '../shown-back.ts'

/** `args`: the filing, the content on the screen, and once it is read the reason. */
export const undoApproval: Asking = async (
  deps,
  asker,
  { text, args: [id = '', content = '', note = ''] },
) => {
  const { words } = deps
  if (note !== '')
    return actedAnswer(deps, asker, id, { act: 'undo-approval', content: Number(content), note })
  const pending: NonNullable<DeskAnswer['pending']> = {
    ...{ asking: 'undo-approval', args: [id, content] },
    question: words.desk('review.undo.why'),
  }
  if (!text) return { lines: [], pending }
  const found = await reviewedOf(deps, asker.caller, id)
  if (!found) return goneAnswer(deps)
  return {
    ...shownBack(deps, found, { head: 'review.undo.sure', cells: null, note: text }),
    choices: [
      {
        ...{ asking: 'undo-approval', args: [id, content, text], main: true },
        label: words.desk('choice.undo-approval'),
      },
      { asking: 'undo-approval', args: [id, content], label: words.desk('return.anew') },
      ...ways(words, 'queue'),
    ],
  }
}
