// Moving without answering: later, back, on to the document; and how far it is.

import { openKey } from '../completeness.ts'
import type { Question } from '../focus.ts'
import {
  ask,
  askAgain,
  askNext,
  contentsQuestion,
  nextQuestion,
  placeOf,
  questionNow,
  reviewOf,
} from './ask.ts'
import { type StepState, say } from './step-state.ts'

/** Leave the question for later: it comes when all the rest is done; when nothing else is left, the contents do. */
export const later = (state: StepState): StepState => {
  const { question } = state.focus
  const key = laterKey(question)
  if (!key) return askNext(state)
  const left = {
    ...state,
    focus: { ...state.focus, later: [...state.focus.later.filter(each => each !== key), key] },
  }
  const following = nextQuestion(left)
  return ask(
    say(left, { type: 'left' }),
    placeOf(following) === placeOf(question) ? contentsQuestion : following,
  )
}

const laterKey = (question: Question): string | undefined => {
  switch (question.type) {
    case 'cell':
    case 'gate':
    case 'text':
    case 'year-end':
      return openKey(question)
    case 'finding':
      return question.key
    default:
      return undefined
  }
}

/** The question before this one, with what stands there now. */
export const back = (state: StepState): StepState => {
  const question = state.focus.trail.at(-1)
  if (!question) return askAgain(say(state, { type: 'nothing-before' }))
  const trail = state.focus.trail.slice(0, -1)
  const asked = questionNow(state, question.type === 'gate' ? { ...question, ticked: null } : question)
  return askAgain({ ...state, focus: { ...state.focus, question: asked, trail } })
}

/** Only a report without open parts and errors becomes a document; otherwise what is missing is said and put. */
export const document = (state: StepState): StepState => {
  const { incomplete, errors } = reviewOf(state)
  if (incomplete.length === 0 && errors.length === 0)
    return ask(say(state, { type: 'document' }), { type: 'done' })
  return askNext(say(state, { type: 'blocked', open: incomplete, findings: errors }))
}

/** How far the report is; nobody moves. */
export const progress = (state: StepState): StepState => {
  const { incomplete, errors } = reviewOf(state)
  return say(state, { type: 'progress', open: incomplete, findings: errors })
}
