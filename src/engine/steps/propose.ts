// Figures that wait for a yes: they are shown back, and a no, or anything else that is said, leaves none of them.

import { isMeasure } from '../../reading/measure.ts'
import { readYesNo } from '../../reading/yes-no.ts'
import { answers } from '../answers/answers.ts'
import { decimalOf, isMoney } from '../answers/yuan.ts'
import type { StatedFigures } from '../filing.ts'
import type { Proposal, Question } from '../focus.ts'
import { cellOf } from '../index-of.ts'
import { readFigures } from '../mentions/read-figures.ts'
import type { Alternatives } from '../mentions/said.ts'
import { withChosen } from '../proposal-choices.ts'
import { readFigure } from '../read-figure.ts'
import { ask } from './ask.ts'
import { setFigures } from './figures.ts'
import { back } from './move.ts'
import type { StepState } from './step-state.ts'

/** Show figures back. */
export const propose = (state: StepState, proposal: Partial<Omit<Proposal, 'type' | 'message'>>): StepState =>
  ask(state, {
    type: 'proposal',
    cells: [],
    totals: [],
    unsure: [],
    rest: null,
    untaken: [],
    ...proposal,
    message: state.context.message,
  })

/** Words to a proposal: yes, no, which one is meant; anything else is said to the question below it. */
export const answerProposal = (
  state: StepState,
  proposal: Proposal,
  text: string,
  otherwise: (below: StepState, question: Question) => StepState,
): StepState => {
  const [unsure] = proposal.unsure
  const isYes = readYesNo(text)
  if (isYes === true && !unsure)
    return setFigures(
      state,
      proposal.cells,
      { source: 'typed', message: proposal.message },
      proposal.rest ?? undefined,
    )
  if (isYes === false) return back(state)
  const chosen = unsure && chosenBy(state, unsure, text)
  if (chosen) {
    const event = withChosen(proposal, chosen)
    if (event.type === 'put') return ask(state, event.question)
    return setFigures(
      state,
      [...proposal.cells, ...chosen],
      { source: 'typed', message: proposal.message },
      proposal.rest,
    )
  }
  const below = state.focus.trail.at(-1) ?? { type: 'contents', section: null, branch: null }
  const focus = { ...state.focus, question: below, trail: state.focus.trail.slice(0, -1) }
  return otherwise({ ...state, focus }, below)
}

/** The alternative that the words say: by its figure, by the unit of its amount, or by a name. */
const chosenBy = (state: StepState, unsure: Alternatives, text: string): StatedFigures | undefined => {
  const fits = unsure.filter(({ cells }) => isSaid(state, unsure, cells, text))
  return fits.length === 1 ? fits[0]?.cells : undefined
}

const isSaid = (
  { form, filing }: StepState,
  unsure: Alternatives,
  cells: StatedFigures,
  text: string,
): boolean => {
  const [one] = cells
  if (!one) return false
  const [key, value] = one
  const isOneCell = unsure.every(each => each.cells.length === 1 && each.cells[0]?.[0] === key)
  if (!isOneCell) {
    const { named } = readFigures(form, filing, { type: 'cell', cell: key }, text)
    return named.length > 0 && named.every(name => name.cells.some(cell => cell.key === key))
  }
  const read = readFigure(form, filing, key, isMeasure(text.trim()) ? `${writtenIn(unsure)}${text}` : text)
  return 'value' in read && answers[cellOf(form, key).answer].equal(read.value, value)
}

/** The number of which only the unit is not known: the first alternative is it in yuan. */
const writtenIn = ([first]: Alternatives): string => {
  const value = first?.cells[0]?.[1]
  return value !== undefined && isMoney(value) ? decimalOf({ fen: value.fen, unit: 'yuan' }) : ''
}
