// The rest of a balance while its cells are being filled: of 6 requests 4 are accounted for, 2 are left.
// Only for cells that are open; figures that stand are never changed to make a sum come out.

import { answers } from './answers/answers.ts'
import type { Figures } from './derive.ts'
import type { CellKey, Form } from './form.ts'
import { cellOf, indexOf } from './index-of.ts'

export type Remainder = {
  /** The sum that the open cells must add up to; below zero when too much is accounted for already. */
  readonly left: number
  /** The sum of the other side. */
  readonly whole: number
  /** The open cells of that side, the asked one among them. */
  readonly open: readonly CellKey[]
}

/** The remainder that this open cell shares, when the other side of its balance is known. */
export const remainderOf = (form: Form, figures: Figures, key: CellKey): Remainder | undefined => {
  const balance = indexOf(form).balances.get(key)
  if (!balance) return undefined
  const whole = known(form, figures, balance.whole)
  if (whole.open.length > 0) return undefined
  const parts = known(form, figures, balance.parts)
  return { left: whole.sum - parts.sum, whole: whole.sum, open: parts.open }
}

const known = (form: Form, figures: Figures, cells: readonly CellKey[]) => {
  const open: CellKey[] = []
  let sum = 0
  for (const key of cells) {
    const figure = figures.get(key)
    if (figure) sum += answers[cellOf(form, key).answer].amount?.(figure.value) ?? 0
    else open.push(key)
  }
  return { sum, open }
}
