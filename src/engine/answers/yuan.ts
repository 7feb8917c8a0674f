// Amounts of money: exact in fen (a hundredth of a yuan), printed in the unit they were written in, so that
// 59237.2449 of wan yuan loses nothing.

import type { Numeral } from '../../reading/numeral.ts'
import { type YuanUnit, yuanWords } from '../../reading/yuan.ts'
import type { Money, Value } from '../filing.ts'
import type { Read } from './answer.ts'

/** How many decimal digits a unit has down to one fen. */
const digitsOf: Readonly<Record<YuanUnit, number>> = { yuan: 2, 'wan-yuan': 6, 'yi-yuan': 10 }

/** An amount of a unit in fen: refused below zero, finer than one fen, or beyond what is exact. */
export const toMoney = ({ mantissa, scale }: Numeral, unit: YuanUnit): Read => {
  const digits = digitsOf[unit]
  if (mantissa < 0n) return { unread: 'negative' }
  if (scale > digits) return { unread: 'too-fine' }
  const fen = mantissa * 10n ** BigInt(digits - scale)
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) return { unread: 'too-large' }
  return { value: { fen: Number(fen), unit }, note: null }
}

/** The amount in its unit, a plain decimal: `59237.2449`. */
export const decimalOf = ({ fen, unit }: Money): string => {
  const digits = digitsOf[unit]
  const written = String(fen).padStart(digits + 1, '0')
  const fraction = written.slice(-digits).replace(/0{1,6}$/, '')
  const whole = written.slice(0, -digits)
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/** The amount with its unit: `116万元`; nothing is plain `0`. */
export const amountWords = (money: Money): string =>
  money.fen === 0 ? '0' : `${decimalOf(money)}${yuanWords[money.unit]}`

/** The unit behind a written word for it. */
export const unitOf = (word: string): YuanUnit | undefined =>
  (Object.keys(yuanWords) as YuanUnit[]).find(unit => yuanWords[unit] === word)

export const isMoney = (value: Value): value is Money =>
  typeof value === 'object' && value !== null && 'fen' in value

/** So many fen as an amount of this unit; undefined below zero and for a fraction of a fen. */
export const ofFen = (fen: number, unit: YuanUnit): Money | undefined =>
  Number.isSafeInteger(fen) && fen >= 0 ? { fen, unit } : undefined

/** The sum of amounts in fen, in this unit; a fraction of a fen from a file is rounded off once, at the end. */
export const addFen = (amounts: readonly number[], unit: YuanUnit): Money => ({
  fen: Math.round(amounts.reduce((sum, fen) => sum + fen, 0)),
  unit,
})
