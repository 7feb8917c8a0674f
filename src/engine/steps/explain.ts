// A reason for what looks wrong and is right. It is kept with the filing; the figures stay as they are.

import { findingQuestion } from '../focus.ts'
import { reasonKey } from '../reason.ts'
import { findingKey, isUnanswered } from '../rules/finding.ts'
import { ask, askAgain, askNext, reviewOf } from './ask.ts'
import { makeChanges, type StepState, say } from './step-state.ts'

/** The longest reason: some sentences, not a report. */
const longestReason = 500

/** Write the reason and go on; after a warning the next one comes, so that all are looked at in one go. */
export const explain = (state: StepState, key: string, body: string): StepState => {
  const found = reviewOf(state).findings.find(finding => findingKey(finding) === key)
  const said = body.trim().replace(/\s+/g, ' ')
  if (!found || found.severity === 'error') return askNext(state)
  if (said.length > longestReason) {
    const question = state.focus.question
    return askAgain(say(state, { type: 'unread', said, why: 'too-long', question, limit: longestReason }))
  }
  const { by, now: at, message } = state.context
  const text = reasonKey(found)
  const from = state.filing.texts.get(text)
  const written = makeChanges(state, [
    { type: 'text', key: text, from, to: [{ body: said, by, at, message }] },
  ])
  const after = say(written, { type: 'explained', body: said })
  const more = found.severity === 'warning' && reviewOf(after).findings.find(isUnanswered)
  return more ? ask(after, findingQuestion(more)) : askNext(after)
}
