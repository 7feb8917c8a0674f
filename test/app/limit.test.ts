// Limits on tries: each key has its own, all have one together, and the log is told once a minute, in numbers.

import { expect, test } from 'vitest'
import { createLimit } from '../../src/app/limit.ts'

const limited = (tellsTries = false) => {
  const clock = { now: 0 }
  const logged: string[] = []
  const rates = { each: { capacity: 2, refillMs: 1_000 }, all: { capacity: 5, refillMs: 1_000 } }
  const take = createLimit(
    { event: 'tries', ...rates, tellsTries },
    { elapsed: () => clock.now },
    (event, fields) => void logged.push(`${event} ${JSON.stringify(fields)}`),
  )
  return { clock, logged, take }
}

test('one who tries too often waits, another does not, and waiting helps', () => {
  const { clock, take } = limited()
  expect([take('a'), take('a')]).toEqual([0, 0])
  const waitMs = take('a')
  expect(waitMs).toBeGreaterThan(0)
  expect(take('b')).toBe(0)
  clock.now += waitMs
  expect(take('a')).toBe(0)
})

test('many keys together are slowed too', () => {
  const { take } = limited()
  const waits = Array.from({ length: 8 }, (_, n) => take(`key ${n}`))
  expect(waits.filter(waitMs => waitMs === 0)).toHaveLength(5)
})

test('one who is refused for the others has lost nothing: waiting as long as was said is enough', () => {
  const { clock, take } = limited()
  for (let n = 0; n < 5; n += 1) take(`key ${n}`)
  const waits = [take('late'), take('late'), take('late')]
  expect(Math.min(...waits)).toBeGreaterThan(0)
  clock.now += Math.max(...waits)
  expect(take('late')).toBe(0)
})

test('the log is told of refusals once a minute, in numbers and never by key', () => {
  const { clock, logged, take } = limited()
  for (let n = 0; n < 100; n += 1) take('somebody')
  expect(logged).toEqual(['tries {"tried":3,"refused":1}'])
  clock.now = 60_000
  for (let n = 0; n < 3; n += 1) take('somebody')
  expect(logged).toEqual(['tries {"tried":3,"refused":1}', expect.stringMatching(/"tried":100,"refused":98/)])
  expect(logged.join()).not.toContain('somebody')
})

test('where tries themselves are told, the first of a minute is', () => {
  const { clock, logged, take } = limited(true)
  take('a')
  take('a')
  expect(logged).toEqual(['tries {"tried":1,"refused":0}'])
  clock.now = 60_000
  take('a')
  expect(logged).toHaveLength(2)
})
