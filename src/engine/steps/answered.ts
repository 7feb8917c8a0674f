// Figures written straight into their cells, beside the conversation: stored as answers to those cells' questions,
// while the question in hand stands unless they answered it.

import { standsIn } from '../derive.ts'
import type { Event } from '../event.ts'
import type { EntryChange, Value } from '../filing.ts'
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
  return withChanges(state, [change])
}

/** Of a cell that is not given a note the one that stands is kept. */
export const filled = (
  state: StepState,
  values: readonly (readonly [CellKey, Value, string | null])[],
): StepState => {
  const changes = values
    .map(([cell, value, note]) =>
      entryChange(
        state.filing,
        cell,
        entryNow(state, value, note ?? state.filing.entries.get(cell)?.note ?? null),
      ),
    )
    .filter(differs)
  return changes.length === 0 ? askAgain(state) : withChanges(state, changes)
}

const withChanges = (state: StepState, changes: readonly EntryChange[]): StepState => {
  const after = recordChanges(state, changes)
  return changes.some(({ key }) => isAnswered(after, key as CellKey))
    ? afterAnswer(state, after)
    : standing(state, after)
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
