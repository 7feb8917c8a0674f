// Buckets of tokens: how many at once, how soon again, and how much is remembered.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTokenBucket, takeToken } from '../../src/app/token-bucket.ts'

const bucketAt = (rate: { capacity: number; refillMs: number; keys: number }) => {
  const clock = { now: 5_000 }
  return { clock, take: createTokenBucket(rate, () => clock.now) }
}

describe('A bucket of tokens', () => {
  test('gives as many at once as it holds, then says how long to wait', () => {
    const { clock, take } = bucketAt({ capacity: 3, refillMs: 1_000, keys: 10 })
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 0])
    expect(take('a')).toBe(1_000)
    clock.now += 400
    expect(take('a')).toBe(600)
    clock.now += 600
    expect(take('a')).toBe(0)
    expect(take('a')).toBe(1_000)
  })

  test('is full again after a long pause, and never holds more than its size', () => {
    const { clock, take } = bucketAt({ capacity: 2, refillMs: 1_000, keys: 10 })
    take('a')
    clock.now += 1e9
    expect([take('a'), take('a')]).toEqual([0, 0])
    expect(take('a')).toBeGreaterThan(0)
  })

  test('is no longer empty because of tries that it refused', () => {
    const { clock, take } = bucketAt({ capacity: 1, refillMs: 1_000, keys: 10 })
    take('a')
    for (let n = 0; n < 1_000; n += 1) expect(take('a')).toBe(1_000)
    clock.now += 1_000
    expect(take('a')).toBe(0)
  })

  test('of one key is not that of another', () => {
    const { take } = bucketAt({ capacity: 1, refillMs: 1_000, keys: 10 })
    expect([take('a'), take('b'), take('a')]).toEqual([0, 0, 1_000])
  })

  test('is forgotten when more keys come than are remembered, the longest unasked first', () => {
    const { take } = bucketAt({ capacity: 1, refillMs: 1_000, keys: 2 })
    expect([take('a'), take('b'), take('a')]).toEqual([0, 0, 1_000])
    expect(take('c')).toBe(0)
    expect(take('a')).toBe(1_000)
    expect(take('b')).toBe(0)
  })

  test('lets through no more than its rate, however the tries come', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 2_500 }), { maxLength: 200 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), gaps, (capacity, pauses) => {
        const { clock, take } = bucketAt({ capacity, refillMs: 1_000, keys: 1 })
        const start = clock.now
        let taken = 0
        for (const pause of pauses) {
          clock.now += pause
          if (take('a') === 0) taken += 1
          expect(taken).toBeLessThanOrEqual(capacity + Math.floor((clock.now - start) / 1_000))
        }
      }),
    )
  })

  test('gives a token after exactly the wait that it told, and none a millisecond sooner', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 20_000 }), (capacity, ahead) => {
        const rate = { capacity, refillMs: 1_000 }
        const { waitMs } = takeToken(rate, ahead, 0)
        expect(takeToken(rate, ahead, waitMs).waitMs).toBe(0)
        if (waitMs > 0) expect(takeToken(rate, ahead, waitMs - 1).waitMs).toBe(1)
      }),
    )
  })
})
