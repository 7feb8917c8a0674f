// An earlier message was edited: what it set is set anew, and nothing else is said unless a sum no longer agrees.

import { answers } from '../answers/answers.ts'
import { diff, type MessageRef } from '../filing.ts'
import { findingQuestion, snapshot } from '../focus.ts'
import type { CellKey, TextKey } from '../form.ts'
import { cellOf, indexOf } from '../index-of.ts'
import { watched } from '../writes.ts'
import { differs, newlyBroken, store } from './figures.ts'
import { again, put } from './put.ts'
import { readPasted } from './rows.ts'
import { rewritePart } from './text.ts'
import { entryChange, entryNow, say, type Turn } from './turn.ts'

export const edited = (turn: Turn, message: MessageRef, text: string): Turn => {
  const { question } = turn.focus
  if (question.type === 'remark' && question.message === message)
    return put(turn, { ...question, body: text })
  if (question.type === 'rows' && question.message === message) {
    const pasted = readPasted(turn, question, text)
    if (pasted && 'cells' in pasted) return put(turn, { ...question, cells: pasted.cells })
    return again(say(turn, { type: 'unread', said: text, why: pasted ? pasted.why : 'no-number', question }))
  }
  // In the form's order, whatever the order they were loaded in: pasted rows begin at the first.
  const cells = indexOf(turn.form).entered.flatMap(({ key }) =>
    turn.filing.entries.get(key)?.message === message ? [key] : [],
  )
  const [first] = cells
  if (first) return rows(turn, cells, text) ?? figure(turn, first, text)
  for (const [key, parts] of turn.filing.texts) {
    const at = parts.findIndex(part => part.message === message)
    if (at >= 0) return part(turn, key, at, text)
  }
  return say(turn, { type: 'no-answer-there' })
}

const figure = (turn: Turn, cell: CellKey, text: string): Turn => {
  const read = answers[cellOf(turn.form, cell).answer].read(text)
  const question = { type: 'cell', cell } as const
  if ('unread' in read) return say(turn, { type: 'unread', said: text, why: read.unread, question })
  return settle(turn, [[cell, entryNow(turn, read.value, read.note)]])
}

/** A pasted block again: of its cells, those that no other message has set since. Undefined when it is no block. */
const rows = (turn: Turn, cells: readonly CellKey[], text: string): Turn | undefined => {
  const [first] = cells
  const question = first && ({ type: 'cell', cell: first } as const)
  const pasted = question && readPasted(turn, question, text)
  if (!pasted || !question) return undefined
  if ('why' in pasted) return say(turn, { type: 'unread', said: text, why: pasted.why, question })
  const read = new Map(pasted.cells.map(([key, value, note]) => [key, entryNow(turn, value, note)] as const))
  if (!cells.every(key => read.has(key))) {
    return put(turn, { type: 'rows', cells: pasted.cells, message: turn.context.message })
  }
  return settle(
    turn,
    [...read].filter(([key]) => cells.includes(key)),
  )
}

const part = (turn: Turn, key: TextKey, at: number, text: string): Turn =>
  keepShown(turn, rewritePart(turn, key, at, text))

const settle = (turn: Turn, entries: readonly (readonly [CellKey, ReturnType<typeof entryNow>])[]): Turn => {
  const changes = entries.map(([key, entry]) => entryChange(turn.filing, key, entry)).filter(differs)
  const [first] = entries
  if (changes.length === 0) return first ? say(turn, { type: 'kept', cell: first[0] }) : turn
  const after = keepShown(turn, store(turn, changes))
  const broken = newlyBroken(turn, after)
  return broken ? put(after, findingQuestion(broken)) : after
}

/** The question on the screen was not put again: of its figures, those that this edit changed are known. */
const keepShown = (before: Turn, after: Turn): Turn => {
  const changed = new Set<string>(diff(before.filing, after.filing).map(({ key }) => key))
  const keys = watched(after.form, after.focus.question).filter(key => changed.has(key))
  const rest = Object.entries(after.focus.shown).filter(([key]) => !changed.has(key))
  const shown = { ...Object.fromEntries(rest), ...snapshot(after.filing, keys) }
  return { ...after, focus: { ...after.focus, shown } }
}
