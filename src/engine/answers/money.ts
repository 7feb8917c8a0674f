// A sum of money written with its unit, as the 2019 form prints it: 116 wan yuan. Only zero needs no unit.

import { readQuantity } from '../../reading/quantity.ts'
import type { Money, Value } from '../filing.ts'
import type { AnswerKind, Read } from './answer.ts'
import { equalAmounts } from './equal.ts'
import { fitsPlain, plainAmount, plainPrint, unreadOf } from './whole.ts'
import { addFen, amountWords, isMoney, ofFen, toMoney, unitOf } from './yuan.ts'

const read = (said: string): Read => {
  const quantity = readQuantity(said)
  if ('fault' in quantity) return { unread: unreadOf(quantity) }
  const { amount, money, note } = quantity
  if (!money && amount.mantissa === 0n && quantity.measure === null) return { value: money0, note }
  const unit = money ? unitOf(money.measure) : undefined
  if (!money || !unit) return { unread: 'no-unit' }
  const result = toMoney(money.amount, unit)
  if ('unread' in result) return result
  // Nothing is nothing in every unit, and prints as a plain 0.
  return { value: isMoney(result.value) && result.value.fen === 0 ? money0 : result.value, note }
}

const money0 = { fen: 0, unit: 'yuan' } as const

// A file may hold a bare number here; it prints as it was and a rule asks for its unit.
const print: AnswerKind['print'] = value => (isMoney(value) ? amountWords(value) : plainPrint(value))

/** A bare number from a file is taken for yuan. */
const amount = (value: Value): number => (isMoney(value) ? value.fen : plainAmount(value) * 100)

/** In the unit that the parts were written in, where they share one. */
const add = (values: readonly Value[]): Value => {
  const units = new Set(values.filter(value => amount(value) !== 0).map(unitIn))
  const [unit = 'yuan', ...more] = units
  return addFen(values.map(amount), more.length === 0 ? unit : 'yuan')
}

const unitIn = (value: Value): Money['unit'] => (isMoney(value) ? value.unit : 'yuan')

export const money: AnswerKind = {
  zero: money0,
  fits: value => isMoney(value) || fitsPlain(value),
  read,
  print,
  say: print,
  amount,
  ofAmount: (fen, like = money0) => (fen === 0 ? money0 : ofFen(fen, unitIn(like))),
  equal: equalAmounts(amount),
  add,
}
