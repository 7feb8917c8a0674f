// Kinds of answer that add up do so exactly, whatever the order and the grouping.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers } from '../../../src/engine/answers/answers.ts'
import type { Value } from '../../../src/engine/filing.ts'
import { wordValues } from './word-values.ts'

const numRuns = process.env.LONG ? 20_000 : 500
const fen = fc.integer({ min: 0, max: 10 ** 13 })
const unit = fc.constantFrom('yuan', 'wan-yuan', 'yi-yuan')

const values: Readonly<Record<'count' | 'signed' | 'money' | 'money-wan' | 'decimal', fc.Arbitrary<Value>>> =
  {
    count: fc.integer({ min: 0, max: 10 ** 12 }),
    signed: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
    money: fc.record({ fen, unit }),
    'money-wan': fc.record({ fen, unit: fc.constant('wan-yuan') }),
    decimal: wordValues.decimal,
  }
const kinds = ['count', 'signed', 'money', 'money-wan', 'decimal'] as const

describe.each(kinds)('sums of kind %s', type => {
  const { add = () => null, equal, zero = null } = answers[type]

  test('are the same in every order and grouping', () => {
    fc.assert(
      fc.property(fc.array(values[type], { maxLength: 20 }), fc.nat(20), (parts, at) => {
        const [some, others] = [parts.slice(0, at), parts.slice(at)]
        expect(equal(add(parts), add(parts.toReversed()))).toBe(true)
        expect(equal(add([add(some), add(others)]), add(parts))).toBe(true)
      }),
      { numRuns },
    )
  })

  test('are not changed by a zero or a blank, and of nothing are zero', () => {
    fc.assert(
      fc.property(values[type], value => {
        expect(equal(add([value, zero, null]), value)).toBe(true)
        expect(equal(add([]), zero)).toBe(true)
      }),
      { numRuns },
    )
  })
})

test('a sum of decimals has no error of floating point', () => {
  expect(answers.decimal.add?.(['0.1', '0.2'])).toBe('0.3')
  expect(answers.decimal.add?.(['0.5', '0.5'])).toBe('1')
  expect(answers.decimal.add?.(['-0.1', '0.1'])).toBe('0')
})

test('a sum of money keeps the unit that its parts share, and is in yuan otherwise', () => {
  const wan = { fen: 116_000_000, unit: 'wan-yuan' } as const
  const yuan = { fen: 50, unit: 'yuan' } as const
  expect(answers.money.add?.([wan, wan])).toEqual({ fen: 232_000_000, unit: 'wan-yuan' })
  expect(answers.money.add?.([wan, { fen: 0, unit: 'yuan' }])).toEqual(wan)
  expect(answers.money.add?.([wan, yuan])).toEqual({ fen: 116_000_050, unit: 'yuan' })
  expect(answers['money-wan'].add?.([wan])).toEqual(wan)
})

test('what does not count does not add up', () => {
  const plain = Object.entries(answers).filter(([, kind]) => !kind.amount)
  expect(plain.map(([type]) => type)).toEqual(['yes-no', 'choices', 'line', 'web-address', 'date'])
  expect(plain.every(([, kind]) => kind.add === undefined)).toBe(true)
})
