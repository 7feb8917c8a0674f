// Takes an approval back, with the reason that is asked for.

import type { Asking } from '../asking.ts'
import { actedAnswer } from '../reviewed.ts'

export const undoApproval: Asking = async (deps, asker, { text, args: [id = '', content = ''] }) =>
  text
    ? actedAnswer(deps, asker, id, { act: 'undo-approval', content: Number(content), note: text })
    : {
        lines: [],
        pending: {
          ...{ asking: 'undo-approval', args: [id, content] },
          question: deps.words.desk('review.undo.why'),
        },
      }
