// By how much a figure would have to change so that every broken equation holds and none that holds is broken.

import type { EquationState, Influence, Sheet } from './sheet-of.ts'

/** Effect of an earlier change on each equation. */
type Already = (equation: EquationState) => number
const nothing: Already = () => 0

/**
 * The amount, or undefined when there is none. Equations that are broken but not asked may come out as they like:
 * they are somebody else's slip.
 */
export const solve = (sheet: Sheet, effect: Influence, already = nothing): number | undefined => {
  const [first] = sheet.asked.filter(equation => effect.get(equation))
  const factor = first && effect.get(first)
  if (!factor) return undefined
  const amount = -(first.off + already(first)) / factor
  if (!Number.isSafeInteger(amount) || amount === 0) return undefined
  const after = (equation: EquationState) =>
    equation.off + already(equation) + (effect.get(equation) ?? 0) * amount
  if (!sheet.asked.every(equation => after(equation) === 0)) return undefined
  for (const equation of effect.keys()) {
    if (equation.off === 0 && after(equation) !== 0) return undefined
  }
  return amount
}

/** The amount by which one figure grows and another shrinks; every broken equation they touch must be mended. */
export const solveMove = (sheet: Sheet, from: Influence, to: Influence): number | undefined => {
  const effect = new Map(to)
  for (const [equation, by] of from) effect.set(equation, (effect.get(equation) ?? 0) - by)
  const amount = solve(sheet, effect)
  if (amount === undefined) return undefined
  const isLeft = ([equation, by]: readonly [EquationState, number]) =>
    by !== 0 && equation.off + by * amount !== 0
  return [...effect].some(isLeft) ? undefined : amount
}
