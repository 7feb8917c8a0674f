// Nothing was added before the year's end: what stands is confirmed, as of now.

import { askNext } from './ask.ts'
import { makeChanges, remarkChange, type StepState, say } from './step-state.ts'

export const confirmYearEnd = (state: StepState): StepState => {
  const spoken = { kind: 'year-end', rule: null, cells: [], figures: null, quote: null } as const
  const confirmed = makeChanges(state, [remarkChange(state, spoken, '')])
  return askNext(say(confirmed, { type: 'year-end-confirmed' }))
}
