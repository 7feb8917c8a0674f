// Words that are no plain answer to the question that stands: a correction, a table, figures with the names of their
// cells, all zero, names alone. Nothing of them counts before it was shown back, the asked cell's own figure aside.

import { isAllZero } from '../../reading/all-zero.ts'
import { answers } from '../answers/answers.ts'
import { derive, isFigure } from '../derive.ts'
import { longestNote, type StatedFigures } from '../filing.ts'
import type { Gate } from '../form.ts'
import { cellOf, cellsBehind, gateOf, tableOf } from '../index-of.ts'
import { standOf } from '../mentions/candidates.ts'
import { readFigures } from '../mentions/read-figures.ts'
import type { Said } from '../mentions/said.ts'
import { ask, askAgain } from './ask.ts'
import { correct } from './correct.ts'
import { setFigures } from './figures.ts'
import { fitNowhereElse } from './fit-nowhere-else.ts'
import { open } from './gate.ts'
import { propose } from './propose.ts'
import { readPasted } from './rows.ts'
import { type StepState, say } from './step-state.ts'
import { unclearRest } from './unclear-rest.ts'
import { unread } from './unread.ts'

/** The state after these words; `otherwise` where nothing in them is known. */
export const spoken = (state: StepState, text: string, otherwise: () => StepState): StepState => {
  const corrected = correct(state, text)
  if (corrected) return corrected
  const pasted = readPasted(state, state.focus.question, text)
  if (pasted && 'why' in pasted)
    return unread(state, text, pasted.why, pasted.why === 'too-long' ? longestNote : undefined)
  if (pasted && 'wrong' in pasted) return askAgain(say(state, { type: 'wrong-totals', totals: pasted.wrong }))
  if (pasted && isAnswer(state, { ...pasted, unsure: [], rest: null }))
    return setFigures(state, pasted.cells, { source: 'typed', message: state.context.message })
  if (pasted) return propose(state, pasted)
  if (isAllZero(text)) return allZero(state) ?? otherwise()
  const said = readFigures(state.form, state.filing, state.focus.question, text)
  const saysRestAlone = said.rest !== null && said.cells.length + said.unsure.length + said.named.length === 0
  const unclear = saysRestAlone ? unclearRest(state.form, state.focus.question, text) : undefined
  if (unclear) return askAgain(say(state, { type: unclear }))
  return figuresSaid(state, said) ?? namesSaid(state, said) ?? otherwise()
}

const figuresSaid = (state: StepState, said: Said): StepState | undefined => {
  const { cells, totals, unsure, rest, untaken, wrong } = said
  if (wrong.length > 0) return askAgain(say(state, { type: 'wrong-totals', totals: wrong }))
  if (cells.length + unsure.length === 0 && (rest === null || said.named.length > 0)) return undefined
  if (isAnswer(state, said))
    return setFigures(state, cells, { source: 'typed', message: state.context.message })
  return propose(state, { cells, totals, unsure, rest, untaken })
}

/** The asked cell's figure and nothing else, or with it those of its row that fit nowhere else. */
const isAnswer = (
  { form, focus: { question } }: StepState,
  { cells, totals, unsure, rest, untaken }: Omit<Said, 'named' | 'wrong'>,
): boolean =>
  question.type === 'cell' &&
  cells.some(([key]) => key === question.cell) &&
  (cells.length === 1 || fitNowhereElse(form, cells)) &&
  totals.length + unsure.length + untaken.length === 0 &&
  rest === null

/** Names without figures: at a list they are ticked, or, as the whole list, done; elsewhere they lead to their cell. */
const namesSaid = (state: StepState, said: Said): StepState | undefined => {
  const { question } = state.focus
  const { named, rest, untaken } = said
  if (named.length === 0) return undefined
  const gate = question.type === 'gate' ? gateOf(state.form, question.gate) : undefined
  const found = gate ? named.map(name => ({ said: name.said, branch: branchNamed(gate, name) })) : []
  if (question.type === 'gate' && gate && found.some(({ branch }) => branch !== undefined)) {
    const before = question.ticked ?? []
    const chosen = gate.branches
      .map(({ key }) => key)
      .filter(key => before.includes(key) || found.some(({ branch }) => branch === key))
    const left = [...found.flatMap(({ said, branch }) => (branch === undefined ? [said] : [])), ...untaken]
    if (rest && left.length === 0) return open(state, gate.key, chosen)
    const told = left.length > 0 ? say(state, { type: 'untaken', said: left }) : state
    return ask(told, { ...question, ticked: chosen })
  }
  if (untaken.length > 0 || rest !== null) return undefined
  return leadTo(state, said)
}

/** At most this many cells are offered; more means the words said too little. */
const most = 12

const leadTo = (state: StepState, { named }: Said): StepState | undefined => {
  const [first, ...more] = named.map(({ cells }) => new Set(cells))
  const shared = [...(first ?? [])].filter(cell => more.every(cells => cells.has(cell)))
  const [cell, ...others] = shared
  if (!cell || shared.length > most) return undefined
  return ask(
    state,
    others.length === 0
      ? { type: 'cell', cell: cell.key }
      : { type: 'which', cells: shared.map(({ key }) => key) },
  )
}

/** The one branch of a gate whose cells a name all has. */
const branchNamed = ({ branches }: Gate, { cells }: Said['named'][number]): string | undefined => {
  const keys = new Set(cells.map(({ key }) => key))
  const [found, ...more] = branches.filter(branch => cellsBehind(branch).every(key => keys.has(key)))
  return more.length === 0 ? found?.key : undefined
}

/** Every cell of the place where one stands is 0; figures that stand there are shown first. */
const allZero = (state: StepState): StepState | undefined => {
  const { form, filing, focus } = state
  const { section } = standOf(form, focus.question)
  if (section === null) return undefined
  const figures = derive(form, filing)
  const standing = tableOf(form, section)
    .cells.filter(({ key, sum }) => !sum && isFigure(form, key, figures.get(key)))
    .map(({ key }) => key)
  const { question } = focus
  const behind = question.type === 'gate' ? gateOf(form, question.gate).branches.flatMap(cellsBehind) : []
  if (question.type === 'gate' && !standing.some(key => behind.includes(key)))
    return open(state, question.gate, [])
  const cells: StatedFigures = standing.map(key => [key, answers[cellOf(form, key).answer].zero ?? 0, null])
  return propose(state, { cells, rest: { section, branch: null } })
}
