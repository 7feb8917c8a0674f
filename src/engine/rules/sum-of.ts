// The sum of several cells as a rule judges them. Undefined as soon as one of them has no figure.

import { exactSum } from '../exact-sum.ts'
import type { CellKey } from '../keys.ts'

export const sumOf = (
  cells: readonly CellKey[],
  amount: (cell: CellKey) => number | undefined,
): number | undefined => {
  const parts: number[] = []
  for (const cell of cells) {
    const part = amount(cell)
    if (part === undefined) return undefined
    parts.push(part)
  }
  return exactSum(parts)
}
