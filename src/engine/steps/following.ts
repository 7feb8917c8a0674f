// A tap on the question that stands on a text's card: the text is finished with it, and one can go back to either.

import type { Event } from '../event.ts'
import type { Question } from '../focus.ts'
import { followingOf, moveTo } from './ask.ts'
import type { StepState } from './step-state.ts'

/** The state in which an event answers the question it is about, when that is the one that follows the present text. */
export const onFollowing = (state: StepState, event: Event): StepState => {
  const following = followingOf(state)
  return following && isAnswer(event, following) ? moveTo(state, following) : state
}

const isAnswer = (event: Event, question: Question): boolean => {
  switch (event.type) {
    case 'standard':
    case 'omit':
    case 'sentence':
      return question.type === 'text' && question.text === event.text
    case 'open':
      return question.type === 'gate' && question.gate === event.gate
    default:
      return false
  }
}
