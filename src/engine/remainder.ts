// The rest of a balance while its cells are being filled: of 6 requests 4 are accounted for, 2 are left.
// Only for cells that are open; figures that stand are never changed to make a sum come out.

import { answers } from './answers/answers.ts'
import type { Figures } from './derive.ts'
import { exactSum } from './exact-sum.ts'
import type { Value } from './filing.ts'
import type { CellKey, Form } from './form.ts'
import { cellOf, indexOf } from './index-of.ts'

export type Remainder = {
  /** The sum that the open cells must add up to, as an amount; below zero when too much is accounted for already. */
  readonly left: number
  /** `left` without its sign as a value of the open cells; undefined where their kind of answer has none for it. */
  readonly value: Value | undefined
  /** The sum of the other side. */
  readonly whole: number
  /** The open cells of that side, the asked one among them. */
  readonly open: readonly CellKey[]
}

/** The remainder that this open cell shares, when the other side of its balance is known and of the same kind. */
export const remainderOf = (form: Form, figures: Figures, key: CellKey): Remainder | undefined => {
  const balance = indexOf(form).balances.get(key)
  if (!balance) return undefined
  const whole = known(form, figures, balance.whole)
  if (whole.open.length > 0) return undefined
  const { answer } = cellOf(form, key)
  const [first] = balance.whole
  if (!first || [...balance.whole, ...balance.parts].some(cell => cellOf(form, cell).answer !== answer))
    return undefined
  const parts = known(form, figures, balance.parts)
  const left = exactSum([whole.sum, -parts.sum])
  const value = answers[answer].ofAmount?.(Math.abs(left), figures.get(first)?.value)
  return { left, value, whole: whole.sum, open: parts.open }
}

const known = (form: Form, figures: Figures, cells: readonly CellKey[]) => {
  const open: CellKey[] = []
  const amounts: number[] = []
  for (const key of cells) {
    const figure = figures.get(key)
    if (figure) amounts.push(answers[cellOf(form, key).answer].amount?.(figure.value) ?? 0)
    else open.push(key)
  }
  return { sum: exactSum(amounts), open }
}
