// A change: a whole number, below zero when something became fewer.

import { readQuantity } from '../../reading/quantity.ts'
import type { AnswerKind } from './answer.ts'
import { equalAmounts } from './equal.ts'
import { addPlain, fitsPlain, ofPlainAmount, plainAmount, plainPrint, whole } from './whole.ts'

export const signed: AnswerKind = {
  zero: 0,
  fits: fitsPlain,
  read: said => whole(readQuantity(said)),
  print: plainPrint,
  say: plainPrint,
  amount: plainAmount,
  ofAmount: ofPlainAmount,
  equal: equalAmounts(plainAmount),
  add: addPlain,
}
