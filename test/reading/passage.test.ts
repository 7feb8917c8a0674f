// The memory of passages: a text that is read again is not read anew, and it stays bounded however many texts there are.

import { expect, test } from 'vitest'
import { passageOf } from '../../src/reading/passage.ts'

test('a text that is read again gives the same passage', () => {
  expect(passageOf('全年平稳。')).toBe(passageOf('全年平稳。'))
})

test('the text that was not read for longest is forgotten once half a million characters came after it', () => {
  const long = (nth: number) => `${nth}${'。'.repeat(19_990)}`
  const [first, second] = [passageOf(long(0)), passageOf(long(1))]
  for (let nth = 2; nth < 25; nth += 1) passageOf(long(nth))
  expect(passageOf(long(0))).toBe(first)
  for (let nth = 25; nth < 28; nth += 1) passageOf(long(nth))
  expect(passageOf(long(0))).toBe(first)
  expect(passageOf(long(1))).not.toBe(second)
})

test('a text that is longer than the memory is read all the same', () => {
  expect(passageOf('字'.repeat(600_000)).sentences).toHaveLength(1)
})
