// Nothing was added before the year's end: what stands is confirmed, as of now.

import { yearEndKey } from '../year-end.ts'
import { askNext } from './ask.ts'
import { entryChange, entryNow, makeChanges, type StepState, say } from './step-state.ts'

export const confirmYearEnd = (state: StepState): StepState => {
  const entry = entryNow(state, { open: [] }, null, 'gate')
  const confirmed = makeChanges(state, [entryChange(state.filing, yearEndKey, entry)])
  return askNext(say(confirmed, { type: 'year-end-confirmed' }))
}
