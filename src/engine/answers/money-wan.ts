// A sum of money in wan yuan, as the 2021 form's column says: 59237.2449. Another unit is converted.

import { readQuantity } from '../../reading/quantity.ts'
import type { Value } from '../filing.ts'
import type { AnswerKind, Read } from './answer.ts'
import { equalAmounts } from './equal.ts'
import { unreadOf } from './whole.ts'
import { addFen, amountWords, decimalOf, isMoney, ofFen, toMoney, unitOf } from './yuan.ts'

const read = (said: string): Read => {
  const quantity = readQuantity(said)
  if ('fault' in quantity) return { unread: unreadOf(quantity) }
  const { amount, money, measure, note } = quantity
  if (!money && measure !== null) return { unread: 'not-a-count' }
  const unit = money ? unitOf(money.measure) : 'wan-yuan'
  if (!unit) return { unread: 'no-unit' }
  const result = toMoney(money?.amount ?? amount, unit)
  if (!('value' in result) || !isMoney(result.value)) return result
  return { value: { fen: result.value.fen, unit: 'wan-yuan' }, note }
}

const amount = (value: Value): number => (isMoney(value) ? value.fen : 0)

export const moneyWan: AnswerKind = {
  fits: value => value === null || isMoney(value),
  zero: { fen: 0, unit: 'wan-yuan' },
  read,
  print: value => (isMoney(value) ? decimalOf(value) : ''),
  say: value => (isMoney(value) ? amountWords(value) : ''),
  amount,
  ofAmount: fen => ofFen(fen, 'wan-yuan'),
  equal: equalAmounts(amount),
  add: values => addFen(values.map(amount), 'wan-yuan'),
}
