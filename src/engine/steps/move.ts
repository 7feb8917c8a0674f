// Moving without answering: later, back, and on to the document.

import type { Question } from '../focus.ts'
import { yearEndKey } from '../year-end.ts'
import { again, contentsQuestion, next, nextQuestion, opening, placeOf, put, reviewOf } from './put.ts'
import { say, type Turn } from './turn.ts'

/** Leave the question for later: it comes when all the rest is done; when nothing else is left, the contents do. */
export const later = (turn: Turn): Turn => {
  const { question } = turn.focus
  const key = laterKey(question)
  if (!key) return next(turn)
  const left = {
    ...turn,
    focus: { ...turn.focus, later: [...turn.focus.later.filter(each => each !== key), key] },
  }
  const following = nextQuestion(left)
  return put(
    say(left, { type: 'left' }),
    placeOf(following) === placeOf(question) ? contentsQuestion : following,
  )
}

const laterKey = (question: Question): string | undefined => {
  switch (question.type) {
    case 'cell':
      return question.cell
    case 'gate':
      return question.gate
    case 'text':
      return question.text
    case 'finding':
      return question.key
    case 'year-end':
      return yearEndKey
    default:
      return undefined
  }
}

/** The question before this one, with what stands there now. */
export const back = (turn: Turn): Turn => {
  const question = turn.focus.trail.at(-1)
  if (!question) return again(say(turn, { type: 'nothing-before' }))
  const trail = turn.focus.trail.slice(0, -1)
  const asked = opening(turn, question.type === 'gate' ? { ...question, ticked: null } : question)
  return again({ ...turn, focus: { ...turn.focus, question: asked, trail } })
}

/** Only a report without open parts and errors becomes a document; otherwise what is missing is said and put. */
export const document = (turn: Turn): Turn => {
  const { incomplete, errors } = reviewOf(turn)
  if (incomplete.length === 0 && errors.length === 0)
    return put(say(turn, { type: 'document' }), { type: 'done' })
  return next(say(turn, { type: 'blocked', open: incomplete, findings: errors }))
}
