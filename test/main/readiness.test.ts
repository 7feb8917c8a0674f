// Readiness as those who ask for it see it: one trial a second, whoever asks, and no longer a wait than that.

import { expect, test } from 'vitest'
import type { Deliver } from '../../src/app/mail/deliver.ts'
import { createReadiness } from '../../src/main/readiness.ts'
import { createServer } from '../../src/main/server.ts'

const clocked = (ready: () => Promise<void>) => {
  const clock = { now: 0, tried: 0 }
  const sleepers: (() => void)[] = []
  const isReady = createReadiness(
    () => {
      clock.tried += 1
      return ready()
    },
    { elapsed: () => clock.now, sleep: () => new Promise(resolve => void sleepers.push(resolve)) },
  )
  return { clock, isReady, wake: () => sleepers.splice(0).forEach(resolve => void resolve()) }
}

test('many who ask within a second are told what one trial found', async () => {
  const { clock, isReady } = clocked(async () => {})
  expect(await Promise.all(Array.from({ length: 50 }, isReady))).toEqual(Array(50).fill(true))
  clock.now = 999
  expect(await isReady()).toBe(true)
  expect(clock.tried).toBe(1)
  clock.now = 1_001
  expect(await isReady()).toBe(true)
  expect(clock.tried).toBe(2)
})

test('trouble is told, and that it is over a second later', async () => {
  let fails = true
  const { clock, isReady } = clocked(async () => {
    if (fails) throw new Error('locked')
  })
  expect(await isReady()).toBe(false)
  fails = false
  expect(await isReady()).toBe(false)
  clock.now = 1_001
  expect(await isReady()).toBe(true)
})

test('a trial that does not come back is trouble, and a second one is begun only when it counts as lost', async () => {
  let finish = () => {}
  const { clock, isReady, wake } = clocked(() => new Promise(resolve => (finish = resolve)))
  const first = isReady()
  wake()
  expect(await first).toBe(false)
  clock.now = 29_000
  const second = isReady()
  wake()
  expect(await second).toBe(false)
  expect(clock.tried).toBe(1)
  const late = finish
  clock.now = 30_001
  const third = isReady()
  expect(clock.tried).toBe(2)
  finish()
  expect(await third).toBe(true)
  late()
})

test('/readyz tells the mail that waits in its headers, whatever that is', async () => {
  const asked = async (backlog: () => Promise<{ size: number; seconds: number }>) => {
    const app = createServer({ channels: [], deliver: { backlog } as Deliver }, async () => true)
    const answer = await app.request('/readyz')
    const { headers } = answer
    return [await answer.text(), headers.get('X-Mail-Waiting'), headers.get('X-Mail-Oldest-Seconds')]
  }
  expect(await asked(async () => ({ size: 12, seconds: 340 }))).toEqual(['ready', '12', '340'])
  expect(await asked(() => Promise.reject(new Error('gone')))).toEqual(['ready', '-1', '-1'])
})
