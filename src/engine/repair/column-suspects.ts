// Suspects in pairs: a figure, or a share of it, that stands one column or row over from where it belongs.

import { exactSum } from '../exact-sum.ts'
import type { CellKey, Form } from '../form.ts'
import { neighbours } from './neighbours.ts'
import { rankOf } from './rank-of.ts'
import type { Sheet } from './sheet-of.ts'
import { solve, solveMove } from './solve.ts'
import type { Ranked } from './suspect.ts'

export const columnSuspects = (form: Form, sheet: Sheet): readonly Ranked[] =>
  neighbours(form).flatMap(({ one, other, apart }) => [
    ...slipped(sheet, one.key, other.key, apart),
    ...(apart > 1
      ? []
      : [...covered(sheet, one.key, other.key, apart), ...covered(sheet, other.key, one.key, apart)]),
  ])

/** One of the two has too much by as much as the other has too little. */
const slipped = (sheet: Sheet, one: CellKey, other: CellKey, apart: number): readonly Ranked[] => {
  const [a, b] = [sheet.effects.get(one), sheet.effects.get(other)]
  const amount = a && b && solveMove(sheet, a, b)
  if (!amount) return []
  const [cell, to] = amount > 0 ? [one, other] : [other, one]
  const there = sheet.value(to)
  const left = exactSum([sheet.value(cell), -Math.abs(amount)])
  if (left < 0 || there < 0) return []
  const rank = rankAt(left, there)
  return [{ suspect: { cell, slip: 'column', to: left, with: to }, rank, order: apart }]
}

const rankAt = (left: number, there: number): number => {
  if (left === there) return there === 0 ? rankOf.over : rankOf.exchanged
  return left === 0 ? rankOf.added : rankOf.share
}

/** A figure written over its neighbour's: where it belongs stands 0, and what it covers is what the sums still want. */
const covered = (sheet: Sheet, cell: CellKey, empty: CellKey, apart: number): readonly Ranked[] => {
  // With one equation any two figures would do.
  if (sheet.asked.length < 2 || sheet.value(empty) !== 0) return []
  const now = sheet.value(cell)
  const [covers, belongs] = [sheet.effects.get(cell), sheet.effects.get(empty)]
  if (!covers || !belongs || !(now > 0)) return []
  const isBroken = [...belongs.keys()].every(equation => equation.off !== 0 || covers.has(equation))
  if (!isBroken) return []
  const amount = solve(sheet, covers, equation => (belongs.get(equation) ?? 0) * now)
  if (amount === undefined || amount === -now || now + amount < 0) return []
  return [
    {
      suspect: { cell, slip: 'column', to: exactSum([now, amount]), with: empty },
      rank: rankOf.exchanged,
      order: apart,
    },
  ]
}
