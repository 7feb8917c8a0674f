// Words that were not read: nothing is stored, why is said, and the question stands again.

import type { Unread } from '../answers/answer.ts'
import { askAgain } from './ask.ts'
import { type StepState, say } from './step-state.ts'

export const unread = (state: StepState, text: string, why: Unread, limit?: number): StepState =>
  askAgain(
    say(state, {
      type: 'unread',
      said: text,
      why,
      question: state.focus.question,
      ...(limit ? { limit } : {}),
    }),
  )
