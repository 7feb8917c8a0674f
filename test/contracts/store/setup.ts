// The first administrator on every database: let in once whoever asks at once, and the bucket of guesses that all
// processes share.

import { describe, expect, test } from 'vitest'
import { createSeal } from '../../../src/app/audit.ts'
import { createSetup } from '../../../src/app/registry/set-up.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { personId } from '../../../src/engine/filing.ts'
import { realEnvironment } from '../../../src/main/environment.ts'
import type { Store } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { count, day, heard, now, unit } from './world.ts'

const code = 'a code of sixteen signs'
const typed = { code, name: 'Chief', district: 'District' }
const seal = createSeal('a key of sixteen signs')

/** A process of its own, with a bucket of its own in memory. */
const processOf = (store: Store, at = () => now, set: string | null = code) =>
  createSetup({
    ...realEnvironment('Asia/Shanghai'),
    ...{ audits: store, registry: store, setup: store, seal, code: set },
    ...{ now: at, elapsed: at, sleep: async () => {}, log: () => {} },
  })

export const setups = (bench: () => Bench): void => {
  describe('the first administrator', () => {
    test('is let in once of five processes that ask at once, and nothing of the others stays', async () => {
      const { store, first, sql } = bench()
      const people = await count(sql, 'person')
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => processOf(store()).setUp('web', typed)),
      )
      expect(outcomes.map(({ type }) => type).sort()).toEqual(['entered', ...Array(4).fill('refused')])
      expect(await count(sql, 'person')).toBe(people + 1)
      expect(await count(sql, 'session')).toBe(1)
      expect((await first.units()).map(({ name, isRoot }) => [name, isRoot])).toEqual([
        [unit.name, false],
        ['District', true],
      ])
      expect(await first.setupState()).toMatchObject({ isOpen: false })
      expect(await verifyAudit({ audits: first, seal })).toEqual([])
    })

    test('is let in by no code that is set later', async () => {
      const { store, sql } = bench()
      expect((await processOf(store()).setUp('web', typed)).type).toBe('entered')
      await sql.batch([{ sql: `UPDATE membership SET until = 1 WHERE role = 'administrator'` }])
      const other = 'another code of sixteen'
      const later = processOf(store(), () => now, other)
      for (const given of [code, other])
        expect(await later.setUp('web', { ...typed, code: given })).toEqual({ type: 'refused' })
    })

    test('that an invitation made closes the setup, by the schema itself', async () => {
      const { first, sql } = bench()
      await seeding(first).invite('h', {
        unit: unit.id,
        role: 'administrator',
        filing: null,
        expiresAt: now + day,
      })
      const who = { person: personId('p-chief'), account: 'web:chief', chat: 'web:chief', name: 'Chief' }
      expect(await first.commit(heard({ enrol: { invitation: 'h', ...who } }))).toBe('done')
      expect(await first.setupState()).toEqual({ isOpen: false, root: null })
      expect(await processOf(first).setUp('web', typed)).toEqual({ type: 'refused' })
      await expect(sql.batch([{ sql: `UPDATE root SET setup = 'x'` }])).rejects.toMatchObject({ code: 1004 })
      await expect(sql.batch([{ sql: 'UPDATE root SET setup = NULL' }])).rejects.toMatchObject({ code: 1004 })
    })

    test('waits after ten guesses, whichever process heard them', async () => {
      const { store, first } = bench()
      const clock = { now }
      const at = () => clock.now
      const wrong = { ...typed, code: 'not this code at all' }
      const guesses = await Promise.all(
        Array.from({ length: 12 }, () => processOf(store(), at).setUp('web', wrong)),
      )
      expect(guesses.filter(({ type }) => type === 'refused')).toHaveLength(10)
      expect(guesses.filter(({ type }) => type === 'slowed')).toEqual(
        Array(2).fill({ type: 'slowed', waitMs: 60_000 }),
      )
      clock.now += 59_999
      expect(await processOf(store(), at).setUp('web', typed)).toEqual({ type: 'slowed', waitMs: 1 })
      clock.now += 1
      expect((await processOf(first, at).setUp('web', typed)).type).toBe('entered')
    })
  })
}
