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
  const { sentences } = passageOf('字'.repeat(600_000))
  expect(sentences.map(({ text }) => text).join('')).toHaveLength(600_000)
})

test('a sentence without end is read in pieces of at most 1,000 signs, cut behind a mark where it has one', () => {
  const text = `${'甲乙丙丁，'.repeat(450)}${'字'.repeat(1_500)}。后一句。`
  const { plain, sentences } = passageOf(text)
  expect(sentences.map(({ at, text }) => plain.slice(at, at + text.length) === text)).not.toContain(false)
  expect(sentences.map(({ text }) => text).join('')).toBe(plain)
  expect(sentences.map(({ text }) => text.length)).toEqual([1000, 1000, 1000, 751, 4])
})
