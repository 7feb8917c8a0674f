// Which sentences stood in another text nearly the same: the answer is the one that comparing each with each gives, and the
// steps grow as the texts do.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetFor, nearSentence } from '../../src/reading/near-sentence.ts'
import { passageOf } from '../../src/reading/passage.ts'
import { alike } from '../../src/reading/similar.ts'
import { barelyUnlike } from './barely-unlike.ts'
import { hostilePhrases, hostileText } from './hostile-phrases.ts'

const pairsOf = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

/** Compares with each sentence, pair by pair. */
const isNearOneOf = (sentences: ReadonlySet<string>, text: string): boolean =>
  [...sentences].some(other => {
    const [one, two] = [pairsOf(text), pairsOf(other)]
    const common = [...one].filter(pair => two.has(pair)).length
    return text === other || common / (one.size + two.size - common) >= 0.75
  })

describe('the answer', () => {
  const sign = fc.constantFrom(...'甲乙丙丁戊己')
  const sentence = fc.string({ unit: sign, maxLength: 24 })
  /** Sentences beside changed ones of their own, so that many pairs stand close to three quarters. */
  const changed = fc
    .tuple(sentence, fc.nat(24), fc.nat(3), fc.string({ unit: sign, maxLength: 4 }))
    .map(([text, at, out, into]) => [text, text.slice(0, at) + into + text.slice(at + out)] as const)

  test('is the one of comparing each with each', () => {
    let near = 0
    fc.assert(
      fc.property(fc.array(changed, { minLength: 1, maxLength: 30 }), pairs => {
        const known = new Set(pairs.map(([text]) => text))
        const find = nearSentence(known)
        for (const [, text] of pairs) {
          const expected = isNearOneOf(known, text)
          if (expected && !known.has(text)) near += 1
          expect(find(text, { left: Number.POSITIVE_INFINITY })).toBe(expected)
        }
      }),
      { numRuns: process.env.LONG ? 2_000 : 200 },
    )
    expect(near).toBeGreaterThan(200)
  })

  test('is none once the steps are used up, but for the very same sentence', () => {
    const find = nearSentence(new Set(['甲乙丙丁戊己']))
    expect(find('甲乙丙丁戊己庚', { left: 0 })).toBeNull()
    expect(find('甲乙丙丁戊己', { left: 0 })).toBe(true)
  })
})

describe('the steps', () => {
  const sentencesOf = (text: string) => passageOf(text).sentences.map(({ text }) => text.replace('。', ''))
  const stepsOver = (now: string, before: string): number => {
    const find = nearSentence(new Set(sentencesOf(before)))
    const budget = budgetFor(now.length + before.length)
    const { left } = budget
    for (const sentence of sentencesOf(now)) find(sentence, budget)
    return left - budget.left
  }
  /** A sentence that is nearly the same as all others: one sign of it is another. */
  const nearlyAll = (length: number, sign: string) =>
    Array.from({ length: Math.ceil(length / 14) }, (_, nth) => {
      const at = nth % 13
      const whole = '坚持把公开透明作为基本要求'
      return `${whole.slice(0, at)}${sign}${String.fromCharCode(0x4e00 + nth)}${whole.slice(at + 1)}。`
    }).join('')
  const size = 10_000

  test.each([
    ['sentences that are all barely unlike', (n: number) => [barelyUnlike(n, 0), barelyUnlike(n, 1)]],
    ['sentences that are all nearly the same', (n: number) => [nearlyAll(n, '甲'), nearlyAll(n, '乙')]],
    [
      'the same sentences',
      (n: number) => Array.from({ length: 2 }, () => hostileText(hostilePhrases.ordinary ?? '', n)),
    ],
  ] as const)('over %s are at most 2.2 times as many for twice the text', (_, make) => {
    const [once = 0, twice = 0, fourTimes = 0] = [size, 2 * size, 4 * size].map(length => {
      const [now = '', before = ''] = make(length)
      return stepsOver(now, before) + length
    })
    expect(twice / once).toBeLessThan(2.2)
    expect(fourTimes / twice).toBeLessThan(2.2)
  })
})

test('a text that is too much like another to be compared to the end says how much is open', () => {
  const [now, before] = [0, 1].map(year => passageOf(barelyUnlike(20_000, year)))
  if (!now || !before) throw new Error('no texts')
  const { share, open } = alike([now], [before], [])
  expect(share).toBe(0)
  expect(open).toBeGreaterThan(0.5)
  expect(alike([now], [now], [])).toMatchObject({ share: 1, open: 0 })
})
