// Taking the last step back, as long as nobody else has changed the same since.

import { apply, type Change, keyOfRemark, type Part } from '../filing.ts'
import type { Question } from '../focus.ts'
import { indexOf } from '../index-of.ts'
import { ask, askAgain } from './ask.ts'
import { type StepState, say } from './step-state.ts'

export const undo = (state: StepState): StepState => {
  const changes = state.focus.undo.at(-1)
  if (!changes) return askAgain(say(state, { type: 'nothing-to-undo' }))
  const rest = { ...state, focus: { ...state.focus, undo: state.focus.undo.slice(0, -1) } }
  const moved = changes.filter(made => !stands(state, made)).map(made => made.key)
  if (moved.length > 0) return askAgain(say(rest, { type: 'moved', keys: moved }))
  const back = say({ ...rest, filing: apply(state.filing, changes) }, { type: 'undone', changes })
  const question = changes[0] && questionOf(state, changes[0])
  return question ? ask(back, question) : askAgain(back)
}

/** Whether what the step made is still there; of a text, whether nobody wrote since. */
export const stands = ({ filing }: StepState, made: Change): boolean => {
  if (made.type === 'entry') return JSON.stringify(filing.entries.get(made.key)) === JSON.stringify(made.from)
  if (made.type === 'text') return writersOf(filing.texts.get(made.key)) === writersOf(made.from)
  const remark = filing.remarks.get(keyOfRemark(made))
  return writersOf(remark && [remark]) === writersOf(made.from && [made.from])
}

const writersOf = (parts: readonly Pick<Part, 'by' | 'at' | 'message'>[] | undefined): string | undefined =>
  parts && JSON.stringify(parts.map(({ by, at, message }) => [by, at, message]))

const questionOf = ({ form }: StepState, { key }: Change): Question | undefined => {
  const { cells, gates, texts } = indexOf(form)
  const cell = cells.get(key)
  const gate = gates.get(key)
  const text = texts.get(key)
  if (cell) return { type: 'cell', cell: cell.key }
  if (gate) return { type: 'gate', gate: gate.key, ticked: null }
  return text && { type: 'text', text: text.text }
}
