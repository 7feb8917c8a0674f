// Help: first on the question at hand, then on filling in general.

import type { Question } from '../../../engine/focus.ts'
import type { Line } from '../../message.ts'
import { cellWording } from './cell-wording.ts'
import { gateName, plain, quote, strong, type View } from './view.ts'

export const helpLines = (view: View, question: Question): readonly Line[] => {
  const { words } = view
  const own = ownHelp(view, question)
  return [...(own ? [plain(own)] : []), strong(words.say('help.title')), quote(words.say('help.general'))]
}

const ownHelp = (view: View, question: Question): string | undefined => {
  const { words, form, wording } = view
  switch (question.type) {
    case 'cell':
    case 'note': {
      return words.form.cell(form, question.cell, 'help', cellWording(view, question.cell))
    }
    case 'gate':
      return words.form.gate(form, question.gate, 'help', {
        ...wording,
        label: gateName(view, question.gate),
      })
    case 'text':
      return words.form.text(form, question.text, 'help', wording)
    default:
      return undefined
  }
}
