// Asks a unit about its report without returning it: the words that come next, with the places that they name, are shown
// back, and only the tap sends them.

import type { Asking, DeskAnswer } from '../asking.ts'
import { ways } from '../choices.ts'
import { noteMeant } from '../note-meant.ts'
import { actedAnswer, goneAnswer, reviewedOf } from '../reviewed.ts'
import { shownBack } from '../shown-back.ts'

/** `args`: the filing, the content on the screen, and once they are read the places and the words. */
export const askUnit: Asking = async (deps, asker, { text, args }) => {
  const [id = '', content = '', places = '', note = ''] = args
  const { words } = deps
  if (note !== '') {
    const cells = places.split(' ').filter(key => key !== '')
    return actedAnswer(deps, asker, id, { act: 'ask-filing', content: Number(content), note, cells })
  }
  const pending: NonNullable<DeskAnswer['pending']> = {
    ...{ asking: 'ask-unit', args: [id, content] },
    question: words.desk('review.ask.what'),
  }
  if (!text) return { lines: [], pending }
  const found = await reviewedOf(deps, asker.caller, id)
  if (!found) return goneAnswer(deps)
  const { cells, body } = noteMeant(found.view, text)
  return {
    ...shownBack(deps, found, { head: 'review.ask.sure', cells, note: body }),
    choices: [
      {
        ...{ asking: 'ask-unit', args: [id, content, cells.join(' '), body], main: true },
        label: words.desk('review.ask.send'),
      },
      { asking: 'ask-unit', args: [id, content], label: words.desk('return.anew') },
      ...ways(words, 'queue'),
    ],
  }
}
