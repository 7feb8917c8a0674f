// A rate: so many at once after a rest, then one each so many milliseconds, however late each comes.

import { expect, test } from 'vitest'
import { createMeter } from '../../../src/app/mail/meter.ts'

test('lets a burst through, and then a call each 40 ms', () => {
  const meter = createMeter({ everyMs: 40, burst: 4 })
  const at: number[] = []
  for (let now = 1_000; at.length < 30; now += 1) {
    while (meter.waitMs(now) === 0 && at.length < 30) {
      meter.count(now)
      at.push(now - 1_000)
    }
  }
  expect(at.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 40, 80, 120])
  const within = (from: number) => at.filter(each => each >= from && each < from + 1_000).length
  expect(Math.max(...at.map(within))).toBeLessThanOrEqual(30)
})

test('evenly, a call that comes late is made up for by the next', () => {
  const meter = createMeter({ everyMs: 40, burst: 4 })
  let now = 0
  let calls = 0
  while (now < 10_000) {
    now += meter.waitMs(now, true) + (calls % 2 === 0 ? 30 : 0)
    meter.count(now)
    calls += 1
  }
  expect(calls).toBeGreaterThanOrEqual(248)
  expect(calls).toBeLessThanOrEqual(255)
})
