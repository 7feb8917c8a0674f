// Why a form cannot be asked, zero-filled or added up: every reason at once, each with the key it is about. It must not
// throw: `indexOf` and the catalogue do, with all of them.

import { answers } from './answers/answers.ts'
import type { Branch, Cell, Form, Gate } from './form.ts'

/** The reasons why a form is broken, without its id; none for a whole one. */
export const formProblems = (form: Form): readonly string[] => {
  const sections = form.sections.map(({ key }) => key)
  const tables = form.sections.filter(section => section.type === 'table')
  const texts = form.sections.flatMap(section => (section.type === 'text' ? [section.text] : []))
  const all = tables.flatMap(table => table.cells)
  const branches = tables.flatMap(table => branchesOf(table.gate))
  const gates = tables.flatMap(table => gatesOf(table.gate))
  const cells = new Map<string, Cell>(all.map(cell => [cell.key, cell]))
  const order = new Map<string, number>(all.map(({ key }, at) => [key, at]))
  const behindGates = new Set<string>(branches.flatMap(branch => branch.cells))
  const equations = form.rules.flatMap(({ id, equation }) =>
    equation ? [...equation.left, ...equation.right].map(key => [id, key] as const) : [],
  )
  return [
    ...doubled([...all, ...gates].map(({ key }) => key)).map(key => `${key} stands in it twice`),
    ...doubled(sections).map(key => `the section ${key} stands in it twice`),
    ...doubled(form.asked).map(key => `the section ${key} is asked twice`),
    ...form.asked.filter(key => !sections.includes(key)).map(key => `${key} is asked, which is no section`),
    ...sections.filter(key => !form.asked.includes(key)).map(key => `the section ${key} is never asked`),
    ...doubled(texts).map(key => `the text ${key} stands in it twice`),
    ...[...behindGates].filter(key => !cells.has(key)).map(key => `a gate opens ${key}, which is no cell`),
    ...equations
      .filter(([, key]) => !cells.has(key))
      .map(([id, key]) => `${id} adds up ${key}, which is no cell`),
    ...all.flatMap(cell => [
      ...problemsOfAnswer(cell, behindGates.has(cell.key)),
      ...(cell.sum ?? []).flatMap(part => problemsOfPart(cell, part, cells, order)),
    ]),
  ]
}

const problemsOfAnswer = ({ key, answer, options, sum }: Cell, isBehindGate: boolean): readonly string[] => {
  const { zero, add } = answers[answer]
  return [
    ...(isBehindGate && zero === undefined ? [`${key} has no zero and stands behind a gate`] : []),
    ...(answer === 'choices' && !options?.length ? [`${key} has no options`] : []),
    ...(sum && !add ? [`${key} adds up what does not add up`] : []),
  ]
}

/** Totals are worked out in the form's order, so that no sum can run in a circle. */
const problemsOfPart = (
  { key, answer }: Cell,
  part: string,
  cells: ReadonlyMap<string, Cell>,
  order: ReadonlyMap<string, number>,
): readonly string[] => {
  const found = cells.get(part)
  if (!found) return [`${key} adds up ${part}, which is no cell`]
  const isLate = found.sum !== undefined && (order.get(part) ?? 0) >= (order.get(key) ?? 0)
  return [
    ...(found.answer !== answer ? [`${key} adds up ${part}, which is another kind of answer`] : []),
    ...(isLate ? [`${key} adds up ${part}, which is worked out no earlier`] : []),
  ]
}

const gatesOf = (gate: Gate | undefined): readonly Gate[] =>
  gate ? [gate, ...gate.branches.flatMap(branch => gatesOf(branch.gate))] : []

const branchesOf = (gate: Gate | undefined): readonly Branch[] =>
  gatesOf(gate).flatMap(({ branches }) => branches)

const doubled = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, at) => keys.indexOf(key) !== at)),
]
