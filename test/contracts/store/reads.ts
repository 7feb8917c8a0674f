// A seat that is read to be shown, and the ground of a filing: never from memory alone, by one query that an index
// answers.

import { describe, expect, test } from 'vitest'
import { filingId, personId, unitId } from '../../../src/engine/filing.ts'
import { startFocus } from '../../../src/engine/focus.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import { createStore } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { elsewhere, remembering, settle } from './memory.ts'
import { ann, blank, bob, everything, heard, now, seatOf, unit } from './world.ts'

/** The steps in which the database finds what this reads, in its own words. */
const planOf = async (sql: Sql, read: (store: ReturnType<typeof createStore>) => Promise<unknown>) => {
  const steps: string[] = []
  const all: Sql['all'] = async (text, params) => {
    for (const { detail } of await sql.all(`EXPLAIN QUERY PLAN ${text}`, params)) steps.push(String(detail))
    return sql.all(text, params)
  }
  await read(createStore({ ...sql, all }))
  return steps
}

export const reads = (bench: () => Bench): void => {
  describe('a seat that is read to be shown', () => {
    test('is asked of the database by one query, and its filing is remembered', async () => {
      const { sql } = bench()
      const { store, reads } = remembering(sql)
      await settle(store)
      const before = reads()
      const seat = await store.readSeat(ann.account, ann.chat)
      expect(reads()).toBe(before + 1)
      expect(seat).toEqual(await createStore(sql).readSeat(ann.account, ann.chat))
    })

    test.each(elsewhere)('is as it is now when the person was %s by another process', async (_, happens) => {
      const { sql, store: fresh } = bench()
      const { store } = remembering(sql)
      await settle(store)
      await seatOf(store)
      await happens(fresh(), sql)
      expect(await store.readSeat(ann.account, ann.chat)).toEqual(
        await createStore(sql).readSeat(ann.account, ann.chat),
      )
    })

    test('is found by indexes alone', async () => {
      const { sql } = bench()
      const steps = await planOf(sql, store => store.readSeat(ann.account, ann.chat))
      expect(steps.filter(step => step.startsWith('SEARCH')).length).toBeGreaterThan(3)
      expect(steps.filter(step => step.startsWith('SCAN'))).toEqual([])
    })
  })

  describe('the ground of a filing', () => {
    test('is the memberships in its unit', async () => {
      const { first } = bench()
      const ground = await first.ground(ann.account, blank.id)
      expect(ground).toEqual({
        members: [{ id: expect.any(String), unit: unit.id, role: 'filler', sections: null }],
        ...{ unit: unit.id, above: [], state: 'draft' },
      })
      expect(ground).toEqual((await seatOf(first)).ground)
      const [mine, theirs] = [ground, await first.ground(bob.account, blank.id)]
      expect(mine?.members[0]?.id).not.toBe(theirs?.members[0]?.id)
    })

    test('is none for a stranger, in a foreign unit, of no filing, and when the membership is gone', async () => {
      const { first, sql } = bench()
      const foreign = filingId('f-foreign')
      await seeding(first).addUnit({ ...unit, id: unitId('u-foreign'), name: 'Foreign' })
      await seeding(first).openFiling({ ...blank, id: foreign, unit: unitId('u-foreign') })
      expect(await first.ground('telegram:unknown', blank.id)).toBeNull()
      expect(await first.ground(ann.account, foreign)).toBeNull()
      expect(await first.ground(ann.account, filingId('f-none'))).toBeNull()
      await sql.batch([{ sql: 'UPDATE membership SET until = 1 WHERE person = ?1', params: [ann.person] }])
      expect(await first.ground(ann.account, blank.id)).toBeNull()
      expect(await first.ground(bob.account, blank.id)).not.toBeNull()
    })

    test('has the rows of units above it, for as long as it is below them', async () => {
      const { first } = bench()
      const [district, city] = [unitId('u-district'), unitId('u-city')]
      for (const id of [district, city]) await seeding(first).addUnit({ ...unit, id, name: id })
      await seeding(first).placeUnit(district, city)
      await seeding(first).placeUnit(unit.id, district)
      const eve = { person: personId('p-eve'), account: 'web:eve', chat: 'web:eve' }
      const place = { unit: city, role: 'supervisor', filing: blank.id, expiresAt: now + 1_000 } as const
      await seeding(first).invite('h-eve', place)
      await first.commit(heard({ enrol: { invitation: 'h-eve', ...eve, name: 'Eve' } }))
      expect(await first.ground(eve.account, blank.id)).toMatchObject({
        members: [{ unit: city, role: 'supervisor' }],
        above: expect.arrayContaining([district, city]),
      })
      await seeding(first).placeUnit(unit.id, null)
      expect(await first.ground(eve.account, blank.id)).toBeNull()
    })

    test('is found by indexes alone', async () => {
      const steps = await planOf(bench().sql, store => store.ground(ann.account, blank.id))
      expect(steps.filter(step => /SCAN|TEMP/.test(step))).toEqual([])
    })
  })

  describe('the other chats at a filing', () => {
    test('are those of colleagues, with the message that says there that the report passed', async () => {
      const { first, store } = bench()
      const seat = await seatOf(first, bob)
      const whole = everything(seat, bob, [])
      const focus = { ...startFocus, passed: 'out-passed' }
      if (whole.position) await first.commit({ ...whole, position: { ...whole.position, focus } })
      const others = await store().othersAt(blank.id, ann.chat)
      expect(others).toEqual([{ chat: bob.chat, passed: 'out-passed', ground: seat.ground }])
      expect(await store().othersAt(blank.id, bob.chat)).toMatchObject([{ chat: ann.chat, passed: null }])
    })

    test('have no rights left when their membership has ended, and are found by indexes alone', async () => {
      const { first, sql } = bench()
      await sql.batch([{ sql: 'UPDATE membership SET until = 1 WHERE person = ?1', params: [bob.person] }])
      expect(await first.othersAt(blank.id, ann.chat)).toMatchObject([{ ground: { members: [] } }])
      const steps = await planOf(sql, store => store.othersAt(blank.id, ann.chat))
      expect(steps.filter(step => step.startsWith('SCAN'))).toEqual([])
    })
  })
}
