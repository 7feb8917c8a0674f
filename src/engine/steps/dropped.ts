// Says what was passed over unconfirmed, because nothing may get lost in silence.

import type { StepState } from './step-state.ts'
import { say } from './step-state.ts'

/** Say what the step left unconfirmed: pasted rows, or words that may belong to a text. */
export const dropped = (before: StepState, after: StepState): StepState => {
  const { question } = before.focus
  if (after.focus.question === question) return after
  if (question.type === 'proposal') {
    const now = after.focus.question
    const goesOn = now.type === 'proposal' && now.message !== null && now.message === question.message
    // Words that go on with a text settle no figures.
    const isSettled = after.filing !== before.filing && after.filing.texts === before.filing.texts
    if (goesOn || isSettled) return after
    const figures =
      question.cells.length + question.unsure.reduce((sum, [one]) => sum + (one?.cells.length ?? 0), 0)
    return first(after, { type: 'unconfirmed', figures })
  }
  if (question.type !== 'remark') return after
  const isWritten = after.filing.texts.get(question.text)?.some(part => part.message === question.message)
  return isWritten ? after : first(after, { type: 'left-out', said: question.body })
}

const first = (state: StepState, effect: StepState['effects'][number]): StepState => ({
  ...say({ ...state, effects: [] }, effect, ...state.effects),
})
