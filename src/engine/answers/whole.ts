// The common part of counts and changes: whole numbers that stay exact.

import type { Quantity, Unreadable } from '../../reading/quantity.ts'
import type { Value } from '../filing.ts'
import type { Read, Unread } from './answer.ts'

/** Counts go up to 10^12, the largest that any report could print and far below what a number holds exactly. */
const largestCount = 1_000_000_000_000n

export const whole = (quantity: Quantity | Unreadable): Read => {
  if ('fault' in quantity) return { unread: unreadOf(quantity) }
  const { amount, note } = quantity
  if (quantity.money && quantity.measure !== null) return { unread: 'not-money' }
  if (amount.scale > 0) return { unread: 'fraction' }
  if (amount.mantissa > largestCount || amount.mantissa < -largestCount) return { unread: 'too-large' }
  return { value: Number(amount.mantissa), note }
}

export const unreadOf = ({ fault }: Unreadable): Unread => (fault === 'empty' ? 'no-number' : fault)

/** A figure from a file may be below zero or a fraction: the rules judge it. */
export const fitsPlain = (value: Value): boolean => value === null || typeof value === 'number'

export const plainPrint = (value: Value): string => (typeof value === 'number' ? String(value) : '')

export const plainAmount = (value: Value): number => (typeof value === 'number' ? value : 0)

export const ofPlainAmount = (amount: number): Value | undefined =>
  Number.isSafeInteger(amount) ? amount : undefined

/** The sum of plain numbers; a value of another kind counts as 0. */
export const addPlain = (values: readonly Value[]): Value =>
  values.reduce<number>((sum, value) => sum + plainAmount(value), 0)
