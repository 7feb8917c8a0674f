// How values are compared: figures by what they amount to, everything else by what it says.

import type { Value } from '../filing.ts'

/** For figures: 1万元 is 10000元, and a blank is 0. */
export const equalAmounts =
  (amount: (value: Value) => number) =>
  (one: Value, other: Value): boolean =>
    amount(one) === amount(other)

/** For words, dates, yes and no, and options, which are kept in one order. */
export const equalWords = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other)
