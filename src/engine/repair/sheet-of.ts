// The equations of a filing as arithmetic: what each is off by, and what a change of one figure would do to it. It
// judges nothing; which equations are broken is what the review found.

import { answers } from '../answers/answers.ts'
import { derive, stated } from '../derive.ts'
import { exactSum } from '../exact-sum.ts'
import type { Filing } from '../filing.ts'
import type { CellKey, Form } from '../form.ts'
import { cellOf } from '../index-of.ts'
import type { Finding } from '../rules/finding.ts'
import { findingKey } from '../rules/finding.ts'
import type { Equation } from '../rules/rule.ts'

/** By equation: how much its left side gains over its right when the figure grows by one. */
export type Influence = ReadonlyMap<EquationState, number>
export type EquationState = {
  /** Left side minus right side; 0 when it holds. */
  readonly off: number
  /** Whether this is one of the findings to be mended. */
  readonly isAsked: boolean
}

export type Sheet = {
  readonly asked: readonly EquationState[]
  /** The figures that a change can reach: what is entered, and computed cells that somebody stated. */
  readonly effects: ReadonlyMap<CellKey, Influence>
  readonly value: (cell: CellKey) => number
}

/** Equations that are judged in this filing; a total nobody stated is replaced by its parts. */
export const sheetOf = (form: Form, filing: Filing, findings: readonly Finding[]): Sheet => {
  const figures = derive(form, filing)
  const found = new Set(findings.map(findingKey))
  const effects = new Map<CellKey, Map<EquationState, number>>()
  const asked: EquationState[] = []
  const value = (cell: CellKey): number => {
    const figure = stated(filing, figures, cell)
    return (figure && answers[cellOf(form, cell).answer].amount?.(figure.value)) ?? Number.NaN
  }
  for (const { id, equation: sides } of form.rules) {
    if (!sides) continue
    const terms = termsOf(form, filing, sides)
    const off = exactSum([...terms].map(([cell, factor]) => factor * value(cell)))
    // With a figure missing nothing is judged; what cancels out is our own sum.
    if (Number.isNaN(off) || terms.size === 0) continue
    const equation = { off, isAsked: found.has(findingKey({ rule: id, cells: sides.left })) }
    if (equation.isAsked) asked.push(equation)
    for (const [cell, factor] of terms) {
      const effect = effects.get(cell) ?? new Map<EquationState, number>()
      effects.set(cell, effect.set(equation, factor))
    }
  }
  return { asked, effects, value }
}

/** The cells of an equation that are stated, with their factors; none when every sum in it is ours. */
const termsOf = (form: Form, filing: Filing, { left, right }: Equation): ReadonlyMap<CellKey, number> => {
  const terms = new Map<CellKey, number>()
  if ([...left, ...right].every(cell => isOurs(form, filing, cell))) return terms
  const add = (cell: CellKey, factor: number) => {
    const parts = isOurs(form, filing, cell) ? (cellOf(form, cell).sum ?? []) : [cell]
    for (const part of parts) {
      const sum = (terms.get(part) ?? 0) + factor
      if (sum === 0) terms.delete(part)
      else terms.set(part, sum)
    }
  }
  for (const cell of left) add(cell, 1)
  for (const cell of right) add(cell, -1)
  return terms
}

const isOurs = (form: Form, filing: Filing, cell: CellKey): boolean =>
  cellOf(form, cell).sum !== undefined && !filing.entries.has(cell)
