// By how much a figure would have to change so that every broken equation holds and none that holds is broken.

import type { Effect, Equation, Sheet } from './sheet-of.ts'

/** Effect of an earlier change on each equation. */
type Already = (equation: Equation) => number
const nothing: Already = () => 0

/**
 * The amount, or undefined when there is none. Equations that are broken but not asked may come out as they like:
 * they are somebody else's slip.
 */
export const solve = (sheet: Sheet, effect: Effect, already = nothing): number | undefined => {
  const [first] = sheet.asked.filter(equation => effect.get(equation))
  const factor = first && effect.get(first)
  if (!factor) return undefined
  const amount = -(first.off + already(first)) / factor
  if (!Number.isSafeInteger(amount) || amount === 0) return undefined
  const after = (equation: Equation) =>
    equation.off + already(equation) + (effect.get(equation) ?? 0) * amount
  if (!sheet.asked.every(equation => after(equation) === 0)) return undefined
  for (const equation of effect.keys()) {
    if (equation.off === 0 && after(equation) !== 0) return undefined
  }
  return amount
}

/** The amount by which one figure grows and another shrinks; every broken equation they touch must be mended. */
export const solveMove = (sheet: Sheet, from: Effect, to: Effect): number | undefined => {
  const effect = new Map(to)
  for (const [equation, by] of from) effect.set(equation, (effect.get(equation) ?? 0) - by)
  const amount = solve(sheet, effect)
  if (amount === undefined) return undefined
  const isLeft = ([equation, by]: readonly [Equation, number]) => by !== 0 && equation.off + by * amount !== 0
  return [...effect].some(isLeft) ? undefined : amount
}
