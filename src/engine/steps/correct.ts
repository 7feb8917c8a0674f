// Words that put a figure right: the one they name, the one that is asked, or the last one that was entered.

import { type Correction, readCorrection, readCorrections } from '../../reading/correction.ts'
import { answers } from '../answers/answers.ts'
import { standsIn } from '../derive.ts'
import type { StatedFigures } from '../filing.ts'
import type { CellKey } from '../form.ts'
import { cellOf, indexOf } from '../index-of.ts'
import { readFigures } from '../mentions/read-figures.ts'
import { readFigure } from '../read-figure.ts'
import { findingKey } from '../rules/finding.ts'
import { answered } from './answered.ts'
import { reviewOf } from './ask.ts'
import { propose } from './propose.ts'
import type { StepState } from './step-state.ts'
import { stands } from './undo.ts'

/** The state after it; undefined where the words correct nothing, or nothing is there to be corrected. */
export const correct = (state: StepState, text: string): StepState | undefined => {
  const correction = readCorrection(text)
  if (!correction) return severally(state, text)
  const { name, from, figure } = correction
  if (name !== '') {
    const said = readFigures(state.form, state.filing, state.focus.question, `${name}${figure}`)
    const [cell, ...more] = said.cells
    const isOne = cell && more.length === 0 && said.unsure.length + said.untaken.length === 0
    if (!isOne) return severally(state, text)
    return from === null || isNow(state, cell[0], from) ? write(state, cell[0], figure) : undefined
  }
  const cells = lastCells(state).filter(
    key => isRead(state, key, figure) && (from === null || isNow(state, key, from)),
  )
  const [only, ...more] = cells
  if (!only) return undefined
  if (more.length === 0) return write(state, only, figure)
  return propose(state, { unsure: [alternativesFor(state, cells, figure)] })
}

/** Several figures put right in one message; the clauses that put none right are named as not taken. */
const severally = (state: StepState, text: string): StepState | undefined => {
  const clauses = readCorrections(text)
  if (clauses.length < 2) return undefined
  const read = clauses.map(({ said, correction }) => ({
    said,
    put: correction && namedBy(state, correction),
  }))
  const cells = read.flatMap(({ put }) => (put ? [put] : []))
  const isOnce = new Set(cells.map(([key]) => key)).size === cells.length
  if (cells.length === 0 || !isOnce) return undefined
  return propose(state, { cells, untaken: read.flatMap(({ said, put }) => (put ? [] : [said])) })
}

/** The one figure that stands and that the name is for. */
const namedBy = (state: StepState, { name, from, figure }: Correction): StatedFigures[number] | undefined => {
  if (name === '') return undefined
  const { form, filing, focus } = state
  const said = readFigures(form, filing, focus.question, `${name}${figure}`)
  if (said.untaken.length > 0) return undefined
  const cells = [...said.cells, ...said.unsure.flat().flatMap(each => each.cells)]
  const [only, ...more] = cells.filter(
    ([key]) => filing.entries.has(key) && (from === null || isNow(state, key, from)),
  )
  return more.length === 0 ? only : undefined
}

/** Each of these cells as one place of the figure. */
export const alternativesFor = (state: StepState, cells: readonly CellKey[], figure: string) =>
  cells.flatMap(key => {
    const read = readFigure(state.form, state.filing, key, figure)
    return 'value' in read ? [{ cells: [[key, read.value, read.note]] as const }] : []
  })

const write = (state: StepState, cell: CellKey, text: string): StepState =>
  answered(state, { type: 'answered', cell, text, shown: standsIn(state.form, state.filing, cell) })

const isRead = ({ form, filing }: StepState, key: CellKey, figure: string): boolean =>
  'value' in readFigure(form, filing, key, figure)

const isNow = ({ form, filing }: StepState, key: CellKey, figure: string): boolean => {
  const read = readFigure(form, filing, key, figure)
  const now = filing.entries.get(key)?.value
  return 'value' in read && now !== undefined && answers[cellOf(form, key).answer].equal(read.value, now)
}

/**
 * The cells that a figure without a name is for: the asked one that holds one, those of a finding, the last entered while
 * nobody else has changed it since.
 */
const lastCells = (state: StepState): readonly CellKey[] => {
  const { form, filing, focus } = state
  const { question } = focus
  if (question.type === 'cell' && filing.entries.has(question.cell)) return [question.cell]
  if (question.type === 'finding') return cellsOfFinding(state, question.key)
  const step = focus.undo.findLast(changes => changes.some(({ key }) => indexOf(form).cells.has(key)))
  return (step ?? []).flatMap(change => {
    const cell = indexOf(form).cells.get(change.key)
    return cell && filing.entries.has(cell.key) && stands(state, change) ? [cell.key] : []
  })
}

/** The entered cells that a finding is about; of a computed one its parts that are not nothing. */
export const cellsOfFinding = (state: StepState, key: string): readonly CellKey[] => {
  const { form, filing } = state
  const found = reviewOf(state).findings.find(each => findingKey(each) === key)
  const cells = (found?.cells ?? []).flatMap(cell => {
    const { sum } = cellOf(form, cell)
    return sum ? sum.filter(part => filing.entries.has(part)) : [cell]
  })
  return [...new Set(cells)].filter(cell => filing.entries.has(cell))
}
