// The clock over a database: whatever is due is done once, by whichever process, and whatever its wall shows.

import { describe, expect, test } from 'vitest'
import { clockCommit } from '../../../src/app/clock/clock-commit.ts'
import type { Job } from '../../../src/app/clock/job.ts'
import { createTick, type Tick } from '../../../src/app/clock/tick.ts'
import { daily } from '../../../src/district/recurring.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import type { Store } from '../../../src/storage/store.ts'
import { jobContext } from '../../app/clock/job-context.ts'
import type { Bench } from '../store.ts'
import { ann, count, day, fresh, heard, now, say } from './world.ts'

const hour = 3_600_000
const noon = Date.parse('2026-01-12T04:00Z')
/** Three at night in the district. */
const night = (n: number): number => Date.parse('2026-01-12T19:00Z') + n * day

/** A process of its own, as far as the store is concerned. */
const tickOf = (store: Store, jobs: Readonly<Record<string, Job>>): Tick =>
  createTick({ ...jobContext(store), jobs })

/** Tells somebody something, once a turn. */
const telling: Job['run'] = ({ deliver }, turn) =>
  deliver.commit(clockCommit(turn, { outbox: [say(ann.chat)] }))
const digest: Job = { when: daily('03:00'), run: telling }

const told = async (sql: Sql, job = 'digest') =>
  (await sql.all(`SELECT id FROM incoming WHERE channel = 'clock' ORDER BY at, id`))
    .map(({ id }) => String(id).split('/'))
    .flatMap(([name, , at]) => (name === job ? [Number(at)] : []))

const turnOf = (job: string, at = now) => ({ due: { job, key: '', at }, now: at, next: at + hour })

export const clock = (bench: () => Bench): void => {
  describe('a daily job', () => {
    test('is done once each day by two processes that wake at the same moments', async () => {
      const { store, sql } = bench()
      const ticks = [tickOf(store(), { digest }), tickOf(store(), { digest })]
      for (let wall = noon; wall < noon + 3 * day; wall += 3 * hour)
        await Promise.all(ticks.map(tick => tick(wall)))
      expect(await told(sql)).toEqual([night(0), night(1), night(2)])
      expect(await count(sql, 'outbox')).toBe(3)
    })

    test.each([hour, -hour, day, -day])(
      'is neither done twice nor left out when clocks jump by %d ms, for good or for a while',
      async jump => {
        const { store, sql } = bench()
        const stores = [store(), store()]
        for (const from of [-hour, 0, hour].map(before => night(1) + before))
          for (const until of [from + 2 * hour, Number.POSITIVE_INFINITY]) {
            const name = fresh('digest')
            const ticks = stores.map(each => tickOf(each, { [name]: digest }))
            let latest = 0
            for (let n = 0; n < 96; n++) {
              const real = noon + n * hour
              const wall = real >= from && real < until ? real + jump : real
              latest = Math.max(latest, wall)
              await ticks[n % 2]?.(wall)
            }
            const nights = Array.from({ length: 9 }, (_, n) => night(n)).filter(at => at <= latest)
            expect((await told(sql, name)).sort(), name).toEqual(nights)
          }
      },
    )

    test('that nobody was awake for is made up for, the last time of many', async () => {
      const { first, sql } = bench()
      const tick = tickOf(first, { digest })
      await tick(noon)
      for (let n = 0; n < 4; n++) await tick(night(20) + hour)
      expect(await told(sql)).toEqual([night(0), night(20)])
    })

    test('goes on at its time when a clock was wrong by years', async () => {
      const { first, sql } = bench()
      const tick = tickOf(first, { digest })
      for (const wall of [noon + 3_000 * day, noon, night(0), night(0), night(1)]) await tick(wall)
      expect(await told(sql)).toEqual([night(0), night(1)])
    })

    test('is not done again when its row is set back, and goes on', async () => {
      const { first, sql } = bench()
      const tick = tickOf(first, { digest })
      for (const wall of [noon, night(0)]) await tick(wall)
      await sql.batch([{ sql: 'UPDATE due SET at = ?1', params: [night(0)] }])
      for (const wall of [night(0) + 1, night(1)]) await tick(wall)
      expect(await told(sql)).toEqual([night(0), night(1)])
    })
  })

  describe('a turn', () => {
    test('that a commit set is done once, at its instant', async () => {
      const { first, store, sql } = bench()
      await first.commit(heard({ dues: [{ job: 'promise', key: 'f1', at: noon }] }))
      const jobs = { promise: { run: telling } }
      const ticks = [tickOf(first, jobs), tickOf(store(), jobs)]
      for (const wall of [noon - 1, noon, noon + 1]) await Promise.all(ticks.map(tick => tick(wall)))
      expect(await told(sql, 'promise')).toEqual([noon])
      expect(await sql.all('SELECT key, at, done_at FROM due')).toEqual([
        { key: 'f1', at: noon, done_at: noon },
      ])
    })

    test('that another has ended stores nothing more', async () => {
      const { first, store, sql } = bench()
      const turn = turnOf('prune')
      await first.setDue(turn.due, null)
      expect(await first.prune(turn)).toBe('done')
      await first.commit(heard({ incoming: { channel: 'telegram', id: 'old', at: 0 } }))
      const before = await count(sql, 'incoming')
      expect(await store().prune(turn)).toBe('lost')
      expect(await store().endTurn(turn)).toBe('lost')
      expect(await count(sql, 'incoming')).toBe(before)
      expect(await first.commit({ ...clockCommit(turn), outbox: [say(ann.chat)] })).toBe('lost')
      expect(await first.dues(now, ['prune'])).toEqual([{ job: 'prune', key: '', at: now + hour }])
    })

    test('is known for a year', async () => {
      const { first, sql } = bench()
      const tick = tickOf(first, { digest })
      for (const wall of [noon, night(0)]) await tick(wall)
      const prune = async (at: number) => {
        const turn = turnOf('prune', at)
        await first.setDue(turn.due, null)
        await first.prune({ ...turn, next: null })
      }
      await prune(night(365))
      expect(await told(sql)).toEqual([night(0)])
      await prune(night(367))
      expect(await told(sql)).toEqual([])
    })
  })
}
