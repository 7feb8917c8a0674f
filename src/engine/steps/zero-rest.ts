// The open cells of a place become 0: of a whole section with its unanswered gates, or of one branch. What stands there
// stays.

import { answers } from '../answers/answers.ts'
import { type OpenQuestion, openIn, openSection } from '../completeness.ts'
import { derive } from '../derive.ts'
import { apply, type Filing } from '../filing.ts'
import type { CellKey, SectionKey } from '../form.ts'
import { cellOf, cellsBehind, gateOf, tableOf } from '../index-of.ts'
import type { Rest } from '../mentions/said.ts'
import { entryChange, entryNow, type StepState } from './step-state.ts'

/** The filing with zeros there; a cell whose kind has none stays open. */
export const zeroRest = (state: StepState, filing: Filing, { section, branch }: Rest): Filing => {
  const closed = branch === null ? closeGates(state, filing, section) : filing
  const cells =
    branch === null ? openCells(state, closed, section) : openBehind(state, filing, section, branch)
  return apply(
    closed,
    cells.flatMap(cell => {
      const { zero } = answers[cellOf(state.form, cell).answer]
      return zero === undefined ? [] : [entryChange(closed, cell, entryNow(state, zero, null, 'gate'))]
    }),
  )
}

/** The filing with every unanswered gate of the section open for what has figures already, closed for all else. */
const closeGates = (state: StepState, filing: Filing, section: SectionKey): Filing => {
  const found = openOf(state, filing, section).find(open => open.type === 'gate')
  if (!found) return filing
  const figures = derive(state.form, filing)
  const gate = gateOf(state.form, found.gate)
  const open = gate.branches
    .filter(branch => cellsBehind(branch).some(cell => figures.has(cell)))
    .map(branch => branch.key)
  const entry = entryNow(state, { open }, null, 'gate')
  return closeGates(state, apply(filing, [entryChange(filing, gate.key, entry)]), section)
}

const openCells = (state: StepState, filing: Filing, section: SectionKey): readonly CellKey[] =>
  openOf(state, filing, section).flatMap(open => (open.type === 'cell' ? [open.cell] : []))

/** The gates before a branch say nothing of it: its cells are taken one by one. */
const openBehind = ({ form }: StepState, filing: Filing, section: SectionKey, key: string) => {
  const branch = tableOf(form, section).gate?.branches.find(each => each.key === key)
  const figures = derive(form, filing)
  return branch ? cellsBehind(branch).filter(cell => !figures.has(cell)) : []
}

const openOf = ({ form }: StepState, filing: Filing, section: SectionKey): readonly OpenQuestion[] =>
  openIn(form, filing).filter(open => openSection(form, open) === section)
