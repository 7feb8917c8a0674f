// A figure written straight into its cell, beside the conversation: read and stored as an answer to that cell's
// question, while the question in hand stands unless this answered it.

import type { Read } from '../answers/answer.ts'
import { answers } from '../answers/answers.ts'
import type { Event } from '../event.ts'
import { longestNote } from '../filing.ts'
import { keysOf, movedSince } from '../focus.ts'
import type { CellKey, Form } from '../form.ts'
import { cellOf } from '../index-of.ts'
import { findingKey } from '../rules/finding.ts'
import { differs, finished, proceed, store } from './figures.ts'
import { again, put, reviewOf } from './put.ts'
import { entryChange, entryNow, say, type Turn } from './turn.ts'

/** What a cell takes these words for; its note prints, and keeps the table's shape. */
export const readFigure = (form: Form, key: CellKey, text: string): Read => {
  const read = answers[cellOf(form, key).answer].read(text)
  const isLong = 'value' in read && (read.note?.length ?? 0) > longestNote + 2
  return isLong ? { unread: 'too-long', limit: longestNote } : read
}

/** `shown` is what `snapshot` said of the cell when the person saw it, empty for a cell without an entry. */
export const answered = (turn: Turn, event: Extract<Event, { type: 'answered' }>): Turn => {
  const { cell, text, shown } = event
  const seen = shown === '' ? {} : { [cell]: shown }
  if (movedSince(turn.filing, [cell], seen).length > 0)
    return again(say(turn, { type: 'moved', keys: [cell] }))
  const read = readFigure(turn.form, cell, text)
  if ('unread' in read) {
    const { unread: why, ...limit } = read
    return again(say(turn, { type: 'unread', said: text, why, question: { type: 'cell', cell }, ...limit }))
  }
  const note = read.note ?? turn.filing.entries.get(cell)?.note ?? null
  const change = entryChange(turn.filing, cell, entryNow(turn, read.value, note))
  if (!differs(change)) return again(say(turn, { type: 'kept', cell }))
  const after = store(turn, [change])
  return isAnswered(after, cell) ? proceed(turn, after) : standing(turn, after)
}

/** Whether the question in hand asks nothing any more, or asks what was just written. */
const isAnswered = (turn: Turn, cell: CellKey): boolean => {
  const { question } = turn.focus
  if (question.type === 'done') return true
  if (question.type !== 'finding') return keysOf(question).includes(cell)
  return reviewOf(turn).findings.every(finding => findingKey(finding) !== question.key)
}

const standing = (before: Turn, after: Turn): Turn =>
  put(say(after, ...finished(before, after)), after.focus.question)
