// Asks a unit about its report without returning it: the words that come next, with the places that they name.

import type { Asking } from '../asking.ts'
import { noteMeant } from '../note-meant.ts'
import { actedAnswer, goneAnswer, reviewedOf } from '../reviewed.ts'

export const askUnit: Asking = async (deps, asker, { text, args: [id = '', content = ''] }) => {
  if (!text)
    return {
      lines: [],
      pending: {
        ...{ asking: 'ask-unit', args: [id, content] },
        question: deps.words.desk('review.ask.what'),
      },
    }
  const found = await reviewedOf(deps, asker, id)
  if (!found) return goneAnswer(deps)
  const { cells, body } = noteMeant(found.view, text)
  return actedAnswer(deps, asker, id, { act: 'ask-filing', content: Number(content), note: body, cells })
}
