// "The rest is none" at a list where it cannot be taken: nothing is chosen after a yes, or an option is called 其他.

import { saysOther } from '../../reading/says-other.ts'
import type { Question } from '../focus.ts'
import type { Form } from '../form.ts'
import { gateOf } from '../index-of.ts'

export type UnclearRest = 'nothing-chosen' | 'other-or-rest'

/** Why words for the rest are no answer to the question that stands; undefined where they are. */
export const unclearRest = (form: Form, question: Question, text: string): UnclearRest | undefined => {
  if (question.type !== 'gate' || question.ticked === null) return undefined
  const { first, branches } = gateOf(form, question.gate)
  if (saysOther(text) && branches.some(({ label }) => saysOther(label))) return 'other-or-rest'
  return first === 'any' && question.ticked.length === 0 ? 'nothing-chosen' : undefined
}
