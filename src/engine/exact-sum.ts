// The sum of amounts without an error of floating point: 0.1 and 0.2 are 0.3. It must not round what an answer says.

import { decimal } from './answers/decimal.ts'

/** Whole numbers add up as they are, others by their digits; the number nearest to the exact sum. */
export const exactSum = (amounts: readonly number[]): number => {
  const sum = amounts.reduce((all, each) => all + each, 0)
  if (amounts.every(Number.isSafeInteger) || !Number.isFinite(sum)) return sum
  return Number(decimal.add?.(amounts.map(digitsOf)))
}

/** A number from a file may be too large or too fine to be written without an exponent. */
const digitsOf = (amount: number): string => {
  const digits = String(amount)
  return digits.includes('e') ? amount.toFixed(20) : digits
}
