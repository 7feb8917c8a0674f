// Two obligations of one unit and year are two filings, each with a year before of its own.

import { describe, expect, test } from 'vitest'
import { type Filing, filingId } from '../../../src/engine/filing.ts'
import { cellKey, formId, obligationId } from '../../../src/engine/form.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { ann, blank, bob, changed, entry, heard, put, seatAt, seatOf, unit } from './world.ts'

const website = { obligation: obligationId('website'), form: formId('website-2021') }
const other: Filing = { ...blank, ...website, id: filingId('w1') }
const lastYear = (filing: Filing, id: string, value: number): Filing => ({
  ...filing,
  id: filingId(id),
  year: filing.year - 1,
  entries: new Map([[cellKey('a'), entry(value)]]),
})

export const obligations = (bench: () => Bench): void => {
  describe('two obligations of one unit and year', () => {
    test('are two filings, each found by its own', async () => {
      const { first, store } = bench()
      expect(await seeding(first).openFiling(other)).toBe(other.id)
      expect(await seeding(first).openFiling({ ...other, id: filingId('w2') })).toBe(other.id)
      expect(await first.filingOf(unit.id, website.obligation, blank.year)).toEqual(other)
      expect(await first.filingOf(unit.id, blank.obligation, blank.year)).toEqual(blank)
      const [listed] = await store().units()
      expect(listed?.filings.map(({ id, obligation }) => [id, obligation])).toEqual([
        [blank.id, blank.obligation],
        [other.id, website.obligation],
      ])
    })

    test('have two years before', async () => {
      const { first, store } = bench()
      await seeding(first).openFiling(other)
      const mine = lastYear(blank, 'f0', 3)
      const theirs = lastYear(other, 'w0', 8)
      expect(await first.importFiling(mine, null)).toBe(true)
      expect((await seatOf(store())).previous).toEqual(mine)
      expect(await first.importFiling(theirs, null)).toBe(true)
      await seatAt(first, bob, other.id)
      const seat = await seatOf(store(), bob)
      expect([seat.filing.id, seat.previous]).toEqual([other.id, theirs])
      expect((await seatOf(store())).previous).toEqual(mine)
    })

    test('do not make each other stale, and neither do their years before', async () => {
      const { first } = bench()
      await seeding(first).openFiling(other)
      const seat = await seatOf(first)
      await seatAt(first, bob, other.id)
      await first.importFiling(lastYear(other, 'w0', 8), null)
      await first.commit(heard({ filings: [changed(await seatOf(first, bob), [put('a', entry(1))])] }))
      expect(await first.commit(heard({ filings: [changed(seat, [put('a', entry(2))])] }))).toBe('done')
      expect((await seatOf(first, ann)).filing.entries.get(cellKey('a'))).toEqual(entry(2))
    })

    test('are written at once by one commit, or neither', async () => {
      const { first, store } = bench()
      await seeding(first).openFiling(other)
      await seatAt(first, bob, other.id)
      const both = async (expected?: number) => {
        const theirs = changed(await seatOf(first, bob), [put('a', entry(5))])
        return heard({
          filings: [
            changed(await seatOf(first), [put('a', entry(4))]),
            expected === undefined ? theirs : { ...theirs, expected },
          ],
        })
      }
      expect(await first.commit(await both(7))).toBe('lost')
      expect((await seatOf(store())).filing.entries.size).toBe(0)
      expect(await first.commit(await both())).toBe('done')
      expect((await seatOf(store())).filing.entries.get(cellKey('a'))).toEqual(entry(4))
      expect((await seatOf(store(), bob)).filing.entries.get(cellKey('a'))).toEqual(entry(5))
    })
  })
}
