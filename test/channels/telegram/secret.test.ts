// The secret of the webhook is compared whole, whatever its length.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSecretCheck } from '../../../src/channels/telegram/secret.ts'

describe('the secret check', () => {
  const longest = 'x'.repeat(256)
  const known = createSecretCheck(['one', 'two', '', longest])

  test.each(['one', 'two', longest])('knows a secret', secret => {
    expect(known(secret)).toBe(true)
  })

  test.each([
    undefined,
    '',
    'on',
    'onee',
    'One',
    'one\0',
    '\0one',
    '\u016fne',
    `${longest}x`,
    longest.slice(1),
  ])('does not know %j', given => {
    expect(known(given)).toBe(false)
  })

  test('a secret that is too long is never fitted', () => {
    expect(createSecretCheck([`${longest}x`])(longest)).toBe(false)
  })

  test('agrees with equality', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\u0161', '\u{1f642}'), maxLength: 4 })
    fc.assert(
      fc.property(text, text, text, (a, b, given) => {
        const fits = given !== '' && (given === a || given === b)
        expect(createSecretCheck([a, b])(given)).toBe(fits)
      }),
    )
  })
})
