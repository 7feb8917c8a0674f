// An earlier message was edited: what it set is set anew, and nothing else is said unless a sum no longer agrees.

import { answers } from '../answers/answers.ts'
import { diff, type MessageRef } from '../filing.ts'
import { findingQuestion, snapshot } from '../focus.ts'
import type { CellKey, TextKey } from '../form.ts'
import { cellOf, indexOf } from '../index-of.ts'
import { watched } from '../writes.ts'
import { differs, newlyBroken, store } from './figures.ts'
import { put } from './put.ts'
import { readPasted } from './rows.ts'
import { rewritePart } from './text.ts'
import { entryChange, entryNow, say, type Turn } from './turn.ts'

export const edited = (turn: Turn, message: MessageRef, text: string): Turn => {
  const cells = [...turn.filing.entries].flatMap(([key, entry]) =>
    entry.message === message && indexOf(turn.form).cells.has(key) ? [key as CellKey] : [],
  )
  const [cell] = cells
  if (cell) return cells.length === 1 ? figure(turn, cell, text) : rows(turn, cell, text)
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

const rows = (turn: Turn, first: CellKey, text: string): Turn => {
  const question = { type: 'cell', cell: first } as const
  const pasted = readPasted(turn, question, text)
  if (!pasted) return say(turn, { type: 'unread', said: text, why: 'no-number', question })
  if ('why' in pasted) return say(turn, { type: 'unread', said: text, why: pasted.why, question })
  return settle(
    turn,
    pasted.cells.map(([key, value, note]) => [key, entryNow(turn, value, note)] as const),
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
