// Writers at the same time: exactly one wins, the others load again, nothing is lost.

import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/engine/filing.ts'
import { cellKey } from '../../../src/engine/form.ts'
import type { Store } from '../../../src/storage/store.ts'
import type { Bench } from '../store.ts'
import { ann, bob, count, entry, everything, put, seatOf } from './world.ts'

/** Load, commit, and load again when the race was lost; how often it was. */
const insist = async (store: Store, who: typeof ann, changes: readonly Change[]): Promise<number> => {
  for (let lost = 0; lost < 50; lost++) {
    if ((await store.commit(everything(await seatOf(store, who), who, changes))) === 'done') return lost
  }
  throw new Error('lost fifty times')
}

export const races = (bench: () => Bench): void => {
  describe('a race', () => {
    test('has exactly one winner among ten writers, in each of five rounds', async () => {
      const { store, sql } = bench()
      const stores = Array.from({ length: 10 }, store)
      for (let round = 1; round <= 5; round++) {
        const seats = await Promise.all(stores.map(each => seatOf(each)))
        expect(new Set(seats.map(seat => seat.filing.version))).toEqual(new Set([round - 1]))
        const outcomes = await Promise.all(
          stores.map((each, n) =>
            each.commit(everything(seats[n] as (typeof seats)[0], ann, [put(`w${n}`, entry(round))])),
          ),
        )
        expect(outcomes.filter(outcome => outcome === 'done').length).toBe(1)
        expect(outcomes.filter(outcome => outcome === 'lost').length).toBe(9)
        expect(await count(sql, 'audit')).toBe(round)
      }
    })

    test('loses nothing once ten writers have all loaded again', async () => {
      const { store, sql } = bench()
      const one = store()
      const writers = Array.from({ length: 10 }, (_, n) => (n < 5 ? one : store()))
      await Promise.all(writers.map((each, n) => insist(each, n % 2 ? ann : bob, [put(`w${n}`, entry(n))])))
      const { filing } = await seatOf(store())
      expect(filing.version).toBe(10)
      expect([...filing.entries].map(([key, { value }]) => `${key}=${value}`).sort()).toEqual(
        writers.map((_, n) => `w${n}=${n}`).sort(),
      )
      expect(await count(sql, 'outbox')).toBe(20)
    })

    test('keeps both answers of two devices that answer different cells at once', async () => {
      const { store } = bench()
      const [phone, desk] = [store(), store()]
      for (let n = 0; n < 10; n++) {
        const lost = await Promise.all([
          insist(phone, ann, [put(`phone.${n}`, entry(n))]),
          insist(desk, bob, [put(`desk.${n}`, entry(n))]),
        ])
        expect(Math.max(...lost)).toBeLessThanOrEqual(1)
      }
      expect((await seatOf(phone)).filing.entries.size).toBe(20)
      expect((await seatOf(phone)).filing).toEqual((await seatOf(desk)).filing)
    })

    test('between a message and its own repeat stores it once', async () => {
      const { store } = bench()
      const commit = everything(await seatOf(store()), ann, [put('a', entry(1))])
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => store().commit(commit)))
      expect(outcomes.sort()).toEqual(['done', 'repeat', 'repeat', 'repeat', 'repeat', 'repeat'])
      expect((await seatOf(store())).filing.entries.get(cellKey('a'))).toEqual(entry(1))
    })
  })
}
