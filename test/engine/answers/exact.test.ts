// Properties of the kinds of answer: what is written is stored exactly, and what is printed is read back as it was.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers } from '../../../src/engine/answers/answers.ts'
import type { Money, Value } from '../../../src/engine/filing.ts'

const numRuns = process.env.LONG ? 20_000 : 500
const million2 = 10 ** 12
const read = (type: keyof typeof answers, said: string): Value | string => {
  const result = answers[type].read(said)
  return 'unread' in result ? result.unread : result.value
}

test('every count up to a million millions is read as written and printed as read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: million2 }), count => {
      expect(read('count', `${count}`)).toBe(count)
      expect(read('count', `${count.toLocaleString('en-US')}件`)).toBe(count)
      expect(answers.count.print(count)).toBe(`${count}`)
      expect(answers.count.amount?.(count)).toBe(count)
    }),
    { numRuns },
  )
})

test('a count beyond a million millions is refused', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 10n ** 12n + 1n, max: 10n ** 40n }), count => {
      expect(read('count', `${count}`)).toBe('too-large')
      expect(read('signed', `-${count}`)).toBe('too-large')
    }),
    { numRuns },
  )
})

test('every change down to minus a million millions is read as written and printed as read', () => {
  fc.assert(
    fc.property(fc.integer({ min: -million2, max: million2 }), change => {
      expect(read('signed', `${change}`)).toBe(change)
      expect(read('signed', answers.signed.print(change))).toBe(change)
      expect(answers.signed.amount?.(change)).toBe(change)
    }),
    { numRuns },
  )
})

const units = [
  ['元', 'yuan', 2],
  ['万元', 'wan-yuan', 6],
  ['亿元', 'yi-yuan', 10],
] as const

/** Fen as a decimal of a unit, by sliding the point: no floating point. */
const decimal = (fen: number, digits: number): string => {
  const padded = `${fen}`.padStart(digits + 1, '0')
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
}

const fen = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })

describe.each(units)('a sum written in %s', (word, unit, digits) => {
  test('is stored to the fen in the unit it was written in', () => {
    fc.assert(
      fc.property(fen, amount => {
        expect(read('money', `${decimal(amount, digits)}${word}`)).toEqual({
          fen: amount,
          unit: amount === 0 ? 'yuan' : unit,
        })
      }),
      { numRuns },
    )
  })

  test('is read back from its print', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), amount => {
        const money: Money = { fen: amount, unit }
        expect(read('money', answers.money.print(money))).toEqual(money)
        expect(answers.money.say(money)).toBe(answers.money.print(money))
        expect(answers.money.amount?.(money)).toBe(amount)
      }),
      { numRuns },
    )
  })

  test('finer than a fen is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 9 }), (amount, last) => {
        expect(read('money', `${decimal(amount, digits)}${last}${word}`)).toBe('too-fine')
      }),
      { numRuns },
    )
  })
})

test('a sum in wan yuan prints as a bare decimal that is read back, and is said with its unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), amount => {
      const money: Money = { fen: amount, unit: 'wan-yuan' }
      expect(read('money-wan', answers['money-wan'].print(money))).toEqual(money)
      expect(read('money-wan', answers['money-wan'].say(money))).toEqual(money)
      expect(answers['money-wan'].say(money)).toBe(`${answers['money-wan'].print(money)}万元`)
    }),
    { numRuns },
  )
})

test('a long amount keeps every digit', () => {
  const money = read('money', '59237.2449万元') as Money
  expect(money).toEqual({ fen: 59_237_244_900, unit: 'wan-yuan' })
  expect(answers.money.print(money)).toBe('59237.2449万元')
})

test('a bare number from a file prints as it was and weighs as yuan', () => {
  expect(answers.money.print(116)).toBe('116')
  expect(answers.money.amount?.(116)).toBe(11_600)
})
