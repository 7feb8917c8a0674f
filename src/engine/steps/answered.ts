// A figure written straight into its cell, beside the conversation: read and stored as an answer to that cell's
// question, while the question in hand stands unless this answered it.

import { standsIn } from '../derive.ts'
import type { Event } from '../event.ts'
import { keysOf } from '../focus.ts'
import type { CellKey } from '../form.ts'
import { readFigure } from '../read-figure.ts'
import { findingKey } from '../rules/finding.ts'
import { ask, askAgain, reviewOf } from './ask.ts'
import { afterAnswer, differs, finishedSections, recordChanges } from './figures.ts'
import { entryChange, entryNow, type StepState, say } from './step-state.ts'

/** `shown` is what `standsIn` said of the cell when the person saw it. */
export const answered = (state: StepState, event: Extract<Event, { type: 'answered' }>): StepState => {
  const { cell, text, shown } = event
  if (standsIn(state.form, state.filing, cell) !== shown)
    return askAgain(say(state, { type: 'moved', keys: [cell] }))
  const read = readFigure(state.form, state.filing, cell, text)
  if ('unread' in read) {
    const { unread: why, ...limit } = read
    return askAgain(
      say(state, { type: 'unread', said: text, why, question: { type: 'cell', cell }, ...limit }),
    )
  }
  const note = read.note ?? state.filing.entries.get(cell)?.note ?? null
  const change = entryChange(state.filing, cell, entryNow(state, read.value, note))
  if (!differs(change)) return askAgain(say(state, { type: 'kept', cell }))
  const after = recordChanges(state, [change])
  return isAnswered(after, cell) ? afterAnswer(state, after) : standing(state, after)
}

/** Whether the question in hand asks nothing any more, or asks what was just written. */
const isAnswered = (state: StepState, cell: CellKey): boolean => {
  const { question } = state.focus
  if (question.type === 'done') return true
  if (question.type !== 'finding') return keysOf(question).includes(cell)
  return reviewOf(state).findings.every(finding => findingKey(finding) !== question.key)
}

const standing = (before: StepState, after: StepState): StepState =>
  ask(say(after, ...finishedSections(before, after)), after.focus.question)
