// Says what was passed over unconfirmed, because nothing may get lost in silence.

import type { StepState } from './step-state.ts'
import { say } from './step-state.ts'

/** Say what the step left unconfirmed: pasted rows, or words that may belong to a text. */
export const dropped = (before: StepState, after: StepState): StepState => {
  const { question } = before.focus
  if (after.focus.question === question) return after
  if (question.type === 'rows') {
    const isStored = question.cells.some(
      ([key]) => after.filing.entries.get(key) !== before.filing.entries.get(key),
    )
    if (isStored || after.focus.question.type === 'rows') return after
    return first(after, { type: 'unconfirmed', figures: question.cells.length })
  }
  if (question.type !== 'remark') return after
  const isWritten = after.filing.texts.get(question.text)?.some(part => part.message === question.message)
  return isWritten ? after : first(after, { type: 'left-out', said: question.body })
}

const first = (state: StepState, effect: StepState['effects'][number]): StepState => ({
  ...say({ ...state, effects: [] }, effect, ...state.effects),
})
