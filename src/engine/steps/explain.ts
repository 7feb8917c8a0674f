// A reason for what looks wrong and is right. It is kept with the filing; the figures stay as they are.

import { findingQuestion } from '../focus.ts'
import { reasonKey } from '../reason.ts'
import { findingKey, isUnanswered } from '../rules/finding.ts'
import { again, next, put, reviewOf } from './put.ts'
import { change, say, type Turn } from './turn.ts'

/** The longest reason: some sentences, not a report. */
const longestReason = 500

/** Write the reason and go on; after a warning the next one comes, so that all are looked at in one go. */
export const explain = (turn: Turn, key: string, body: string): Turn => {
  const found = reviewOf(turn).findings.find(finding => findingKey(finding) === key)
  const said = body.trim().replace(/\s+/g, ' ')
  if (!found || found.severity === 'error') return next(turn)
  if (said.length > longestReason) {
    const question = turn.focus.question
    return again(say(turn, { type: 'unread', said, why: 'too-long', question, limit: longestReason }))
  }
  const { by, now: at, message } = turn.context
  const text = reasonKey(found)
  const from = turn.filing.texts.get(text)
  const written = change(turn, [{ type: 'text', key: text, from, to: [{ body: said, by, at, message }] }])
  const after = say(written, { type: 'explained', body: said })
  const more = found.severity === 'warning' && reviewOf(after).findings.find(isUnanswered)
  return more ? put(after, findingQuestion(more)) : next(after)
}
