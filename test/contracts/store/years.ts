// A seat shows the unit's report of the year before; whatever becomes of that one is known to whoever sits there.

import { describe, expect, test } from 'vitest'
import type { Commit } from '../../../src/app/ports/commit.ts'
import type { Seat } from '../../../src/app/ports/conversations.ts'
import { type Filing, filingId, unitId } from '../../../src/engine/filing.ts'
import { cellKey, textKey } from '../../../src/engine/form.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import type { Store } from '../../../src/storage/store.ts'
import { createStore } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { ann, blank, bob, changed, entry, everything, heard, part, put, seatOf, unit } from './world.ts'

const reported = (id: string, value: number, parts: Partial<Filing> = {}): Filing => ({
  ...blank,
  id: filingId(id),
  year: blank.year - 1,
  entries: new Map([[cellKey('a'), entry(value)]]),
  texts: new Map([[textKey('t'), [part(`of ${value}`), part('and more')]]]),
  ...parts,
})

const lastYear = reported('f0', 3)

const versionOf = async (sql: Sql, id: string): Promise<number> =>
  Number((await sql.all('SELECT version FROM filing WHERE id = ?1', [id]))[0]?.version)

/** Ann sends last year's report. */
const sends = (seat: Seat, filing: Filing, expected: number | null): Commit => ({
  ...everything(seat, ann, []),
  previous: { filing, expected },
})

const remembering = (sql: Sql): Store => createStore({ ...sql, sharing: 100 })

export const years = (bench: () => Bench): void => {
  describe('the year before', () => {
    test('is shown beside the filing, and no other unit’s or year’s', async () => {
      const { first, store } = bench()
      await seeding(first).addUnit({ ...unit, id: unitId('u2'), name: 'Unit Two' })
      await seeding(first).openFiling({ ...lastYear, id: filingId('f0-2'), unit: unitId('u2') })
      await seeding(first).openFiling({ ...lastYear, id: filingId('f-older'), year: blank.year - 2 })
      expect((await seatOf(store())).previous).toBeNull()
      await seeding(first).openFiling(lastYear)
      expect((await seatOf(store())).previous).toEqual(lastYear)
      expect(await first.filingOf(unit.id, blank.obligation, lastYear.year)).toEqual(lastYear)
      expect(await first.filingOf(unit.id, blank.obligation, 1999)).toBeNull()
    })

    test('makes a seat stale when it comes, changes and goes, and nothing else does', async () => {
      const { first, sql } = bench()
      const versions = [await versionOf(sql, 'f1')]
      const note = async () => versions.push(await versionOf(sql, 'f1'))
      await seeding(first).openFiling(lastYear)
      await note()
      await first.commit(
        heard({ filings: [changed({ ...(await seatOf(first)), filing: lastYear }, [put('a', entry(9))])] }),
      )
      await note()
      await seeding(first).openFiling(reported('f-older', 1, { year: blank.year - 2 }))
      await seeding(first).openFiling(reported('f-next', 1, { year: blank.year + 1 }))
      await note()
      await sql.batch([{ sql: `DELETE FROM filing WHERE id = 'f0'` }])
      await note()
      expect(versions[1]).toBe((versions[0] ?? 0) + 1)
      expect(versions[2]).toBe((versions[1] ?? 0) + 1)
      // The year before last made last year's filing rise, which may or may not reach this one.
      expect(versions[4]).toBeGreaterThan(versions[2] ?? 0)
    })

    test('ends with the next year when it changes: no version rises without end', async () => {
      const { first, sql } = bench()
      for (let n = 1; n <= 5; n++)
        await seeding(first).openFiling(reported(`f+${n}`, n, { year: blank.year + n }))
      const before = await versionOf(sql, 'f+5')
      await first.commit(everything(await seatOf(first), ann, [put('a', entry(1))]))
      expect(await versionOf(sql, 'f+1')).toBeGreaterThan(0)
      expect(await versionOf(sql, 'f+5')).toBeLessThanOrEqual(before + 1)
    })

    test('that is sent is stored with the message, and seen by all who sit there', async () => {
      const { sql, store: other } = bench()
      const store = remembering(sql)
      for (const who of [ann, bob])
        await store.commit(everything(await seatOf(store, who), who, [put('b', entry(1))]))
      expect(await store.commit(sends(await seatOf(store), lastYear, null))).toBe('done')
      for (const who of [ann, bob]) {
        const seat = await seatOf(store, who)
        expect(seat.previous).toEqual(lastYear)
        expect(seat).toEqual(await seatOf(other(), who))
        expect(await store.commit(everything(seat, who, [put('c', entry(2))]))).toBe('done')
      }
    })

    test('that is sent again takes the whole place of the one before', async () => {
      const { first, store } = bench()
      await first.commit(sends(await seatOf(first), lastYear, null))
      const better = reported('f0', 9, { texts: new Map([[textKey('u'), [part('only')]]]) })
      expect(await first.commit(sends(await seatOf(first), better, 0))).toBe('done')
      const { previous } = await seatOf(store())
      expect(previous).toEqual({ ...better, version: 1 })
    })

    test('that somebody else stored or changed meanwhile is not overwritten', async () => {
      const { first, store } = bench()
      const early = await seatOf(first)
      await seeding(store()).openFiling(lastYear)
      expect(await first.commit(sends(early, reported('f0-b', 9), null))).toBe('lost')
      expect(await first.commit(sends(await seatOf(first), reported('f0-b', 9), null))).toBe('lost')
      expect(await first.commit(sends(await seatOf(first), reported('f0', 9), 7))).toBe('lost')
      expect((await seatOf(store())).previous).toEqual(lastYear)
    })

    test('is stored only together with the guard of the year after', async () => {
      const { first } = bench()
      await expect(first.commit(heard({ previous: { filing: lastYear, expected: null } }))).rejects.toThrow(
        'guard',
      )
    })

    test('can be imported without a message, once for each version', async () => {
      const { first, store } = bench()
      expect(await first.importFiling(lastYear, null)).toBe(true)
      expect(await first.importFiling(reported('f0-b', 4), null)).toBe(false)
      expect(await first.importFiling(reported('f0', 5), 4)).toBe(false)
      expect(await first.importFiling(reported('f0', 5), 0)).toBe(true)
      expect((await seatOf(store())).previous).toEqual(reported('f0', 5, { version: 1 }))
    })

    test.each([
      ['the earlier first', [0, 1]],
      ['the later first', [1, 0]],
    ])('is written together with this one in either order, %s', async (_, order) => {
      const { sql, first, store: other } = bench()
      await seeding(first).openFiling(lastYear)
      const store = remembering(sql)
      const seat = await seatOf(store)
      const both = [
        changed({ ...seat, filing: lastYear }, [put('a', entry(8))]),
        changed(seat, [put('b', entry(2))]),
      ]
      const commit = heard({ filings: order.flatMap(n => both[n] ?? []) })
      expect(await store.commit(commit)).toBe('done')
      const after = await seatOf(store)
      expect(after).toEqual(await seatOf(other()))
      expect(after.previous?.entries.get(cellKey('a'))?.value).toBe(8)
      expect(after.filing.entries.get(cellKey('b'))?.value).toBe(2)
      expect(await store.commit(everything(after, ann, [put('c', entry(3))]))).toBe('done')
    })

    test('does not drag others along when both years are written at once', async () => {
      const { sql, first } = bench()
      await seeding(first).openFiling(lastYear)
      const store = remembering(sql)
      const seat = await seatOf(first, bob)
      const older = heard({ filings: [changed({ ...seat, filing: lastYear }, [put('a', entry(8))])] })
      const alone = store.commit(heard())
      const outcomes = await Promise.all([older, everything(seat, bob, []), heard()].map(store.commit))
      await alone
      expect(outcomes).toEqual(['done', 'lost', 'done'])
      expect(await store.commit(everything(await seatOf(store, bob), bob, []))).toBe('done')
    })
  })
}
