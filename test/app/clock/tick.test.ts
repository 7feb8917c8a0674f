// What is due is tried, each thing by itself: one that fails keeps nothing else, and is tried again after a while.

import { expect, test } from 'vitest'
import { clockCommit } from '../../../src/app/clock/clock-commit.ts'
import type { Job } from '../../../src/app/clock/job.ts'
import { createTick } from '../../../src/app/clock/tick.ts'
import { every } from '../../../src/district/recurring.ts'
import { openDesk } from '../desk.ts'
import { jobContext } from './job-context.ts'

const minute = 60_000
const now = Date.UTC(2026, 0, 12, 1)

/** A clock over a desk's store, with a job that works and one that fails as long as it is told to. */
const openClock = async () => {
  const { parts, store, logged } = await openDesk()
  const wall = { elapsed: 0, fails: true, sweeps: 0 }
  const works: Job = {
    when: every(60),
    run: ({ deliver }, turn) => deliver.commit(clockCommit(turn)),
  }
  const tick = createTick({
    ...jobContext(store),
    jobs: {
      breaks: {
        when: every(60),
        run: (context, turn) => (wall.fails ? Promise.reject(new RangeError()) : works.run(context, turn)),
      },
      works,
    },
    deliver: {
      logBacklog: async () => {},
      commit: store.commit,
      sweep: async () => {
        wall.sweeps += 1
      },
    },
    environment: { ...parts.environment, elapsed: () => wall.elapsed },
    log: parts.log,
  })
  const dues = async () => (await store.dues(now, ['breaks', 'works'])).map(({ job, at }) => [job, at - now])
  return { tick, wall, logged, dues }
}

test('a job that fails is named, is left alone for a while, and keeps no other', async () => {
  const { tick, wall, logged, dues } = await openClock()
  expect(await tick(now)).toEqual([])
  expect(await tick(now + minute)).toEqual(['breaks'])
  expect(await dues()).toEqual([
    ['breaks', minute],
    ['works', 2 * minute],
  ])
  wall.elapsed += 54_000
  expect(await tick(now + minute)).toEqual([])
  wall.elapsed += 2_000
  expect(await tick(now + minute)).toEqual(['breaks'])
  expect(logged).toEqual(Array(2).fill('clock.failed {"job":"breaks","error":"RangeError"}'))
  wall.fails = false
  wall.elapsed += minute
  expect(await tick(now + minute)).toEqual([])
  expect((await dues()).map(([, at]) => at)).toEqual([2 * minute, 2 * minute])
})

test('mail that waits is looked for at each tick', async () => {
  const { tick, wall } = await openClock()
  for (let n = 0; n < 3; n++) await tick(now + n)
  expect(wall.sweeps).toBe(3)
})
