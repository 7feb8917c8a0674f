// Taking the last step back, as long as nobody else has changed the same since.

import { apply, type Change, type Part } from '../filing.ts'
import type { Question } from '../focus.ts'
import { indexOf } from '../index-of.ts'
import { again, put } from './put.ts'
import { say, type Turn } from './turn.ts'

export const undo = (turn: Turn): Turn => {
  const changes = turn.focus.undo.at(-1)
  if (!changes) return again(say(turn, { type: 'nothing-to-undo' }))
  const rest = { ...turn, focus: { ...turn.focus, undo: turn.focus.undo.slice(0, -1) } }
  const moved = changes.filter(made => !stands(turn, made)).map(made => made.key)
  if (moved.length > 0) return again(say(rest, { type: 'moved', keys: moved }))
  const back = say({ ...rest, filing: apply(turn.filing, changes) }, { type: 'undone', changes })
  const question = changes[0] && questionOf(turn, changes[0])
  return question ? put(back, question) : again(back)
}

/** Whether what the step made is still there; of a text, whether nobody wrote since. */
const stands = ({ filing }: Turn, made: Change): boolean => {
  if (made.type === 'entry') return JSON.stringify(filing.entries.get(made.key)) === JSON.stringify(made.from)
  return writersOf(filing.texts.get(made.key)) === writersOf(made.from)
}

const writersOf = (parts: readonly Part[] | undefined): string | undefined =>
  parts && JSON.stringify(parts.map(({ by, at, message }) => [by, at, message]))

const questionOf = ({ form }: Turn, { key }: Change): Question | undefined => {
  const { cells, gates, texts } = indexOf(form)
  const cell = cells.get(key)
  const gate = gates.get(key)
  const text = texts.get(key)
  if (cell) return { type: 'cell', cell: cell.key }
  if (gate) return { type: 'gate', gate: gate.key, ticked: null, rare: false }
  return text && { type: 'text', text: text.text }
}
