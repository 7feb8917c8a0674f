// A decimal number, exact: kept as its plain digits, `98.5`, and added up without floating point.

import { type Numeral, printNumeral, readNumeral } from '../../reading/numeral.ts'
import { readQuantity } from '../../reading/quantity.ts'
import type { Value } from '../filing.ts'
import type { AnswerKind, Read, StatedValue } from './answer.ts'
import { unreadOf } from './whole.ts'

/** Up to 10^12 like counts, with at most six digits behind the point: what a report prints, and a sum stays readable. */
const largest = 1_000_000_000_000n
const finest = 6
/** With no more digits than these a number names one decimal and no other, so that amounts compare exactly. */
const mostDigits = 15

const read = (typed: string): Read => {
  const quantity = readQuantity(typed.trim().replace(/[%\uff05]$/, ''))
  if ('fault' in quantity) return { unread: unreadOf(quantity) }
  const { amount, money, measure, note } = quantity
  if (money && measure !== null) return { unread: 'not-money' }
  if (amount.scale > finest) return { unread: 'too-fine' }
  const size = largest * 10n ** BigInt(amount.scale)
  if (amount.mantissa > size || amount.mantissa < -size) return { unread: 'too-large' }
  if (String(amount.mantissa).replace('-', '').length > mostDigits) return { unread: 'too-large' }
  return { value: printNumeral(amount), note }
}

const numeralOf = (value: Value): Numeral =>
  (typeof value === 'string' ? readNumeral(value) : undefined) ?? { mantissa: 0n, scale: 0 }

const ofAmount = (amount: number): Value | undefined => {
  const result = read(String(amount))
  return 'value' in result ? result.value : undefined
}

const print: AnswerKind['print'] = value => (typeof value === 'string' ? value : '')

const add = (values: readonly Value[]): Value => {
  const numerals = values.map(numeralOf)
  const scale = Math.max(0, ...numerals.map(numeral => numeral.scale))
  const mantissa = numerals.reduce((sum, each) => sum + each.mantissa * 10n ** BigInt(scale - each.scale), 0n)
  return printNumeral(shortest({ mantissa, scale }))
}

/** Without zeros behind the point, so that equal numbers are equal words. */
const shortest = ({ mantissa, scale }: Numeral): Numeral =>
  scale > 0 && mantissa % 10n === 0n
    ? shortest({ mantissa: mantissa / 10n, scale: scale - 1 })
    : { mantissa, scale }

/** A number where it holds the digits exactly, else the digits as words. */
const write = (value: Value): StatedValue => {
  if (typeof value !== 'string') return null
  return String(Number(value)) === value ? Number(value) : value
}

export const decimal: AnswerKind = {
  zero: '0',
  fits: value => value === null || (typeof value === 'string' && readNumeral(value) !== undefined),
  read,
  print,
  say: print,
  // Of an answer it is exact; amounts are added by exact-sum.ts.
  amount: value => Number(printNumeral(numeralOf(value))),
  ofAmount,
  equal: (one, other) => printNumeral(numeralOf(one)) === printNumeral(numeralOf(other)),
  add,
  stated: {
    write,
    read: stated => {
      if (stated === null) return { value: null, note: null }
      return typeof stated === 'number' || typeof stated === 'string'
        ? read(String(stated))
        : { unread: 'no-number' }
    },
  },
}
