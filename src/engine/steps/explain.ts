// A reason for what looks wrong and is right. It is kept with the filing; the figures stay as they are.

import { findingQuestion } from '../focus.ts'
import { reasonFor } from '../reason.ts'
import { findingKey, isUnanswered } from '../rules/finding.ts'
import { ask, askAgain, askNext, reviewOf } from './ask.ts'
import { makeChanges, remarkChange, type StepState, say } from './step-state.ts'

/** The longest reason: some sentences, not a report. */
export const longestReason = 500

/** A reason as it is kept: one paragraph. */
export const reasonWords = (body: string): string => body.trim().replace(/\s+/g, ' ')

/** Write the reason and go on; after a warning the next one comes, so that all are looked at in one go. */
export const explain = (state: StepState, key: string, body: string): StepState => {
  const found = reviewOf(state).findings.find(finding => findingKey(finding) === key)
  const said = reasonWords(body)
  if (!found || found.severity === 'error') return askNext(state)
  if (said.length > longestReason) {
    const question = state.focus.question
    return askAgain(say(state, { type: 'unread', said, why: 'too-long', question, limit: longestReason }))
  }
  const written = makeChanges(state, [remarkChange(state, reasonFor(state.form, state.filing, found), said)])
  const after = say(written, { type: 'explained', body: said })
  const more = found.severity === 'warning' && reviewOf(after).findings.find(isUnanswered)
  return more ? ask(after, findingQuestion(more)) : askNext(after)
}
