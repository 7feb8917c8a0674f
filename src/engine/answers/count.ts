// A count: a whole number, zero or more.

import { readQuantity } from '../../reading/quantity.ts'
import type { AnswerKind, Read } from './answer.ts'
import { equalAmounts } from './equal.ts'
import { addPlain, fitsPlain, ofPlainAmount, plainAmount, plainPrint, whole } from './whole.ts'

const read = (said: string): Read => {
  const result = whole(readQuantity(said))
  return 'value' in result && typeof result.value === 'number' && result.value < 0
    ? { unread: 'negative' }
    : result
}

export const count: AnswerKind = {
  zero: 0,
  fits: fitsPlain,
  read,
  print: plainPrint,
  say: plainPrint,
  amount: plainAmount,
  ofAmount: amount => (amount < 0 ? undefined : ofPlainAmount(amount)),
  equal: equalAmounts(plainAmount),
  add: addPlain,
}
