// Readiness as those who ask for it see it: one trial a second, whoever asks, and no longer a wait than that.

import { expect, test } from 'vitest'
import { createReadiness, createTellBacklog } from '../../src/main/readiness.ts'
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

test('a trial that does not come back is trouble, and no second one is begun beside it', async () => {
  let finish = () => {}
  const { clock, isReady, wake } = clocked(() => new Promise(resolve => (finish = resolve)))
  const first = isReady()
  wake()
  expect(await first).toBe(false)
  clock.now = 30_000
  const second = isReady()
  wake()
  expect(await second).toBe(false)
  expect(clock.tried).toBe(1)
  finish()
  await Promise.resolve()
  expect(await isReady()).toBe(true)
})

test('mail that waits is told with its age, once a second, and none is told as none', async () => {
  const clock = { now: 1_000_000, elapsed: 0, asked: 0 }
  const found = { size: 0, oldestAt: null as number | null }
  const tell = createTellBacklog(
    async () => {
      clock.asked += 1
      return { ...found }
    },
    { now: () => clock.now, elapsed: () => clock.elapsed },
  )
  expect(await tell()).toBeNull()
  Object.assign(found, { size: 12, oldestAt: 660_000 })
  expect(await tell()).toBeNull()
  clock.elapsed = 1_001
  expect(await tell()).toBe('mail: 12 waiting, the oldest for 340 s')
  expect(clock.asked).toBe(2)
})

test('/readyz says so behind its first word', async () => {
  const app = (line: string | null) =>
    createServer(
      { channels: [] },
      async () => true,
      async () => line,
    )
  expect(await (await app('mail: 1 waiting').request('/readyz')).text()).toBe('ready\nmail: 1 waiting')
  expect(await (await app(null).request('/readyz')).text()).toBe('ready')
})
