// A store remembers who sits where. What another process wrote meanwhile is found out, and nothing is lost to it.

import { describe, expect, test } from 'vitest'
import { filingId, unitId } from '../../../src/engine/filing.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import type { Store } from '../../../src/storage/store.ts'
import { createStore } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import {
  ann,
  blank,
  bob,
  dump,
  entry,
  everything,
  heard,
  now,
  put,
  seatAt,
  seatOf,
  settled,
  unit,
} from './world.ts'

/** A store that remembers, whatever the database usually does, and how often it read. */
export const remembering = (sql: Sql) => {
  let reads = 0
  const all: Sql['all'] = (text, params) => {
    reads += 1
    return sql.all(text, params)
  }
  return { store: createStore({ ...sql, all, sharing: 100 }), reads: () => reads }
}

const lastYear = { id: filingId('f0'), year: blank.year - 1 }

/** Things that another process did to Ann's seat. */
export const elsewhere: readonly (readonly [string, (other: Store, sql: Sql) => Promise<unknown>])[] = [
  [
    'answered in the same chat',
    async other => other.commit(everything(await seatOf(other), ann, [put('b', entry(2))])),
  ],
  ['answered by a colleague', async other => other.commit(everything(await seatOf(other, bob), bob, []))],
  [
    'invited to another filing',
    async other => {
      await seeding(other).addUnit({ ...unit, id: unitId('u2'), name: 'Unit Two' })
      await seeding(other).openFiling({ ...blank, id: filingId('f2'), unit: unitId('u2') })
      await seeding(other).invite('h2', { unit: unitId('u2'), filing: filingId('f2'), expiresAt: now + 1000 })
      const incoming = { channel: 'telegram', id: 'later', at: now + 1 }
      await other.commit(heard({ incoming, enrol: { invitation: 'h2', ...ann, name: '' } }))
    },
  ],
  [
    'moved to another chat',
    async other => {
      await other.moveChat(ann.chat, 'telegram:-5')
    },
  ],
  ['shown another name of the unit', async other => seeding(other).renameUnit(unit.id, 'Renamed')],
  [
    'shown other powers of the unit',
    async (_, sql) => sql.batch([{ sql: `UPDATE unit SET powers = '{}' WHERE id = ?1`, params: [unit.id] }]),
  ],
  ['shown a report of last year', async other => seeding(other).openFiling({ ...blank, ...lastYear })],
  [
    'withdrawn from the unit',
    async (_, sql) =>
      sql.batch([{ sql: 'UPDATE membership SET until = ?2 WHERE person = ?1', params: [ann.person, now] }]),
  ],
  ['erased with the filing', async (_, sql) => sql.batch([{ sql: 'DELETE FROM filing' }])],
]
/** Ann answers, and her question is sent: now her seat is known by heart. */
export const settle = async (store: Store): Promise<void> => {
  const commit = everything(await seatOf(store), ann, [put('a', entry(1))])
  await store.commit(commit)
  await settled(
    store,
    ann.chat,
    commit.outbox.map(({ id }) => ({ id, state: 'sent', message: `m-${id}` })),
  )
}

export const memory = (bench: () => Bench): void => {
  describe('a seat that is remembered', () => {
    test('is what the database says, without asking it', async () => {
      const { sql } = bench()
      const { store, reads } = remembering(sql)
      await settle(store)
      const before = reads()
      const known = await seatOf(store)
      expect(reads()).toBe(before)
      expect(known).toEqual(await seatOf(createStore(sql)))
      expect(known.asked?.message).toBe(`m-${known.asked?.id}`)
    })

    test('shows what a colleague wrote through the same process', async () => {
      const { sql } = bench()
      const { store } = remembering(sql)
      await settle(store)
      await store.commit(everything(await seatOf(store, bob), bob, [put('b', entry(2))]))
      expect(await seatOf(store)).toEqual(await seatOf(createStore(sql)))
    })

    test.each(elsewhere)(
      'loses when the person was %s by another process, and is read anew',
      async (_, happens) => {
        const { sql, store: fresh } = bench()
        const { store } = remembering(sql)
        await settle(store)
        await happens(fresh(), sql)
        const stale = await seatOf(store)
        const before = await dump(sql)
        expect(await store.commit(everything(stale, ann, [put('c', entry(3))]))).toBe('lost')
        expect(await dump(sql)).toBe(before)
        const anew = await store.loadSeat(ann.account, ann.chat)
        expect(anew).toEqual(await fresh().loadSeat(ann.account, ann.chat))
        if (anew) expect(await store.commit(everything(anew, ann, [put('c', entry(3))]))).toBe('done')
      },
    )

    test('is forgotten when a card of another filing is tapped', async () => {
      const { sql, store: fresh } = bench()
      const { store } = remembering(sql)
      await settle(store)
      const other = fresh()
      await seeding(other).openFiling({ ...blank, id: filingId('f9'), year: 2031 })
      await seatAt(other, ann, filingId('f9'))
      const commit = everything(await seatOf(other), ann, [])
      await other.commit(commit)
      expect((await seatOf(store)).filing.id).toBe(blank.id)
      expect(await store.card(commit.card?.id ?? '', ann.person, ann.chat)).not.toBeNull()
      expect((await seatOf(store)).filing.id).toBe('f9')
    })

    test('needs a member of the unit to write, whoever holds the right version', async () => {
      const { first, sql } = bench()
      const seat = await seatOf(first)
      const stranger = { ...ann, person: 'p-stranger' as typeof ann.person }
      await sql.batch([{ sql: `INSERT INTO person (id, name) VALUES ('p-stranger', '')` }])
      expect(await first.commit(everything(seat, stranger, [put('a', entry(1))]))).toBe('lost')
      expect(await first.commit(everything(seat, ann, [put('a', entry(1))]))).toBe('done')
    })

    test('cannot be put without the guard of its filing', async () => {
      const { first } = bench()
      const { position } = everything(await seatOf(first), ann, [])
      await expect(first.commit(heard({ position }))).rejects.toThrow('guard')
    })
  })
}
