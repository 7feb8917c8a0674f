// A text that states figures which are not in the tables yet: they are shown back with its sentence, and count after a
// yes. A sentence of which anything was not read, or that may mean several cells, states nothing.

import { answers } from '../answers/answers.ts'
import { derive } from '../derive.ts'
import type { StatedFigures } from '../filing.ts'
import type { Question } from '../focus.ts'
import type { TextKey } from '../form.ts'
import { cellOf } from '../index-of.ts'
import { readFigures } from '../mentions/read-figures.ts'
import { propose } from './propose.ts'
import { type StepState, say } from './step-state.ts'

type Told = { readonly quotes: readonly string[]; readonly cells: StatedFigures }

/** The proposal of what these words of a text state, above the question that stands otherwise; undefined for nothing. */
export const offerTold = (
  state: StepState,
  text: TextKey,
  body: string,
  below: Question,
): StepState | undefined => {
  const { quotes, cells } = toldIn(state, body)
  if (cells.length === 0) return undefined
  const there = { ...state, focus: { ...state.focus, question: below } }
  return propose(say(there, { type: 'told', text, quotes }), { cells })
}

/** A figure that stands is never touched, and of two that differ neither is taken. */
const toldIn = ({ form, filing }: StepState, body: string): Told => {
  const standing = derive(form, filing)
  const sentences = sentencesOf(body).map(said => ({
    said,
    cells: statedBy(readFigures(form, filing, { type: 'welcome' }, said)),
  }))
  const byCell = Map.groupBy(
    sentences.flatMap(({ cells }) => cells),
    ([key]) => key,
  )
  const isClear = ([key]: StatedFigures[number]): boolean => {
    const [first, ...more] = byCell.get(key) ?? []
    const { equal } = answers[cellOf(form, key).answer]
    return first !== undefined && !standing.has(key) && more.every(([, value]) => equal(value, first[1]))
  }
  const taken = sentences.filter(({ cells }) => cells.some(isClear))
  const cells = new Map(taken.flatMap(each => each.cells.filter(isClear)).map(stated => [stated[0], stated]))
  return { quotes: taken.map(({ said }) => said), cells: [...cells.values()] }
}

/** A printed note has no place in a sentence: what stands in brackets there is told with the figure. */
const statedBy = ({ cells, unsure, untaken, wrong, rest }: ReturnType<typeof readFigures>): StatedFigures =>
  unsure.length + untaken.length + wrong.length > 0 || rest !== null
    ? []
    : cells.map(([key, value]) => [key, value, null])

const sentencesOf = (body: string): readonly string[] =>
  body
    .split(/[。；;！!？?\n]/u)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
