// The figures as they print: what was entered, the zeros behind closed gates, the totals. Nothing here is stored.

import type { AnswerKind } from './answers/answer.ts'
import { answers } from './answers/answers.ts'
import type { Filing, Source, Value } from './filing.ts'
import type { AnswerType, Branch, Cell, CellKey, Form, Gate } from './form.ts'
import { cellOf, cellsBehind, indexOf } from './index-of.ts'
import { onceFor } from './once-for.ts'

/** The branches of a gate that have figures; undefined while nobody has said. */
export const opened = (filing: Filing, gate: Gate): readonly string[] | undefined => {
  const value = filing.entries.get(gate.key)?.value
  return typeof value === 'object' && value !== null && 'open' in value ? value.open : undefined
}

/** A figure that stands in a cell, and where it came from. */
export type Figure = {
  readonly value: Value
  readonly note: string | null
  readonly source: Source | 'computed'
}

export type Figures = ReadonlyMap<CellKey, Figure>

/**
 * Every figure that stands: entered, zero behind a gate, or computed. An absent key is open. A computed cell is
 * always recomputed here, whatever a file said; it is absent while one of its parts is.
 */
export const derive = onceFor((form, filing): Figures => {
  const index = indexOf(form)
  const figures = new Map<CellKey, Figure>()
  for (const section of form.sections) {
    if (section.type === 'table') zeros(form, section.gate, filing, figures)
  }
  for (const cell of index.entered) {
    const entry = filing.entries.get(cell.key)
    if (entry) figures.set(cell.key, entry)
  }
  for (const cell of index.computed) {
    const total = sum(cell, figures)
    if (total !== undefined) figures.set(cell.key, { value: total, note: null, source: 'computed' })
  }
  return figures
})

/**
 * What a rule judges in a cell: the figure as it was stated, even in a computed cell, else as derived.
 * A stated total is checked this way and never trusted.
 */
export const stated = (filing: Filing, figures: Figures, key: CellKey): Figure | undefined =>
  filing.entries.get(key) ?? figures.get(key)

const zeros = (form: Form, gate: Gate, filing: Filing, figures: Map<CellKey, Figure>): void => {
  const open = opened(filing, gate)
  if (open === undefined) return
  for (const branch of gate.branches) {
    if (!open.includes(branch.key)) {
      for (const key of cellsBehind(branch)) figures.set(key, zeroOf(form, key))
    } else if (branch.gate) zeros(form, branch.gate, filing, figures)
  }
}

const zeroOf = (form: Form, key: CellKey): Figure => zeroFigures[cellOf(form, key).answer]

const zeroFigure = ({ zero }: AnswerKind): Figure => ({ value: zero, note: null, source: 'gate' })
const zeroFigures: Readonly<Record<AnswerType, Figure>> = {
  count: zeroFigure(answers.count),
  signed: zeroFigure(answers.signed),
  money: zeroFigure(answers.money),
  'money-wan': zeroFigure(answers['money-wan']),
}

const sum = (cell: Cell, figures: Figures): number | undefined => {
  let total = 0
  for (const key of cell.sum ?? []) {
    const part = figures.get(key)
    if (!part) return undefined
    total += typeof part.value === 'number' ? part.value : 0
  }
  return total
}

/** What is ticked when a gate's list opens: the branches it has open, or those with figures other than 0. */
export const tickedNow = (form: Form, filing: Filing, gate: Gate): readonly string[] => {
  const figures = derive(form, filing)
  const hasFigures = (branch: Branch) =>
    cellsBehind(branch).some(key => isFigure(form, key, figures.get(key)))
  return opened(filing, gate) ?? gate.branches.filter(hasFigures).map(branch => branch.key)
}

/** Whether a figure stands there that is not 0. */
export const isFigure = (form: Form, key: CellKey, figure: Figure | undefined): boolean =>
  figure !== undefined && answers[cellOf(form, key).answer].amount(figure.value) !== 0
