// The audit's nightly digest: kept once a night by whichever process is awake, and a chain that is cut later is found.

import { describe, expect, test } from 'vitest'
import { createTick } from '../../../src/app/clock/tick.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { digest } from '../../../src/jobs/digest.ts'
import { jobs } from '../../../src/jobs/jobs.ts'
import type { Store } from '../../../src/storage/store.ts'
import { jobContext } from '../../app/clock/job-context.ts'
import type { Bench } from '../store.ts'
import { changed, day, entry, heard, put, seatOf } from './world.ts'

const noon = Date.parse('2026-01-12T04:00Z')
/** Three at night in the district. */
const night = (n: number): number => Date.parse('2026-01-12T19:00Z') + n * day

const tickOf = (store: Store) => createTick({ ...jobContext(store), jobs: { digest: jobs.digest } })

const act = async (store: Store, n: number) => {
  const seat = await seatOf(store)
  const share = changed(seat, [put('a', entry(n), seat.filing.entries.get('a' as never))])
  expect(await store.commit(heard({ filings: [share] }))).toBe('done')
}

const instants = async (store: Store) => (await store.heads()).map(({ at }) => at)

export const digests = (bench: () => Bench): void => {
  describe("the audit's digest", () => {
    test('is kept each night after a day with an act, once by two processes', async () => {
      const { first, store } = bench()
      const ticks = [tickOf(first), tickOf(store())]
      const wake = (at: number) => Promise.all(ticks.map(tick => tick(at)))
      await wake(noon)
      expect(await first.lastHead()).toBeNull()
      for (const n of [0, 1, 2, 3]) {
        if (n !== 2) await act(first, n)
        for (const wall of [night(n) - 1, night(n), night(n) + 1]) expect(await wake(wall)).toEqual([[], []])
      }
      expect(await instants(first)).toEqual([night(0), night(1), night(3)])
      expect(await first.lastHead()).toEqual((await first.heads()).at(-1))
    })

    test('is not kept by the one who comes second to the turn', async () => {
      const { first, store } = bench()
      await act(first, 1)
      const other = store()
      const turn = { due: { job: 'digest', key: '', at: night(0) }, now: night(0), next: night(1) }
      await first.setDue(turn.due, null)
      const run = (each: Store, now: number) => digest(jobContext(each), { ...turn, now })
      const outcomes = await Promise.all([run(first, night(0)), run(other, night(0) + 1)])
      expect(outcomes.toSorted()).toEqual(['done', 'lost'])
      expect(await first.heads()).toHaveLength(1)
    })

    test('finds a chain that went since, with all that remembers it', async () => {
      const { first, sql } = bench()
      await act(first, 1)
      const tick = tickOf(first)
      await tick(noon)
      await tick(night(0))
      await sql.batch([{ sql: 'DROP TRIGGER audit_is_not_deleted' }])
      await sql.batch([{ sql: 'DELETE FROM audit' }])
      await sql.batch([{ sql: `UPDATE filing SET audit_head = ''` }])
      const findings = await verifyAudit(jobContext(first))
      expect(findings).toContainEqual({ type: 'gone', scope: 'filing/f1' })
    })
  })
}
