// Who stands where in the tree of units: a membership that ends and a unit that moves take effect at once, for reads,
// for writes from memory, and for mail that still waits.

import { describe, expect, test } from 'vitest'
import { personId, unitId } from '../../../src/engine/filing.ts'
import type { Store } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { ann, blank, bob, changed, day, entry, everything, heard, now, put, seatOf, unit } from './world.ts'

const [district, branch, other] = ['district', 'branch', 'other'].map(unitId) as [
  typeof unit.id,
  typeof unit.id,
  typeof unit.id,
]
const sue = { person: personId('p-sue'), account: 'web:sue', chat: 'web:sue' }

/** Ann's unit below a branch of the district, and Sue as the branch's supervisor. */
const tree = async (store: Store): Promise<void> => {
  for (const id of [district, branch, other]) await seeding(store).addUnit({ ...unit, id, name: id })
  await seeding(store).placeUnit(branch, district)
  await seeding(store).placeUnit(other, district)
  await seeding(store).placeUnit(unit.id, branch)
  await seeding(store).invite('sue', {
    unit: branch,
    role: 'supervisor',
    filing: blank.id,
    expiresAt: now + day,
  })
  await store.commit(heard({ enrol: { invitation: 'sue', ...sue, name: 'Sue' } }))
}
const membershipOf = async (store: Store, of: typeof unit.id, who: typeof ann): Promise<string> =>
  (await store.members(of)).find(({ person }) => person === who.person)?.id ?? ''

export const rights = (bench: () => Bench): void => {
  describe('a unit in its tree', () => {
    test('has all units above it, and takes those below along when it moves', async () => {
      const { first, sql } = bench()
      await tree(first)
      const above = async () =>
        (await sql.all('SELECT unit, ancestor FROM unit_above ORDER BY 1, 2')).map(
          row => `${row.unit} < ${row.ancestor}`,
        )
      const all = ['branch < district', 'other < district', 'u1 < branch', 'u1 < district']
      expect(await above()).toEqual(all)
      await seeding(first).placeUnit(branch, other)
      expect(await above()).toEqual([
        ...['branch < district', 'branch < other', 'other < district'],
        ...['u1 < branch', 'u1 < district', 'u1 < other'],
      ])
      await seeding(first).placeUnit(branch, null)
      expect(await above()).toEqual(['other < district', 'u1 < branch'])
    })

    test('is read by the supervisor above it, until it moves to another branch', async () => {
      const { first, store } = bench()
      await tree(first)
      const seat = await seatOf(first, sue)
      expect(seat.ground).toMatchObject({
        ...{ unit: unit.id, above: [branch, district] },
        members: [{ unit: branch, role: 'supervisor' }],
      })
      const looks = () =>
        heard({
          seen: [{ filing: blank.id, expected: seat.filing.version, state: 'draft' }],
          rights: {
            members: seat.ground.members.map(({ id }) => id),
            above: [{ unit: unit.id, ancestor: branch }],
          },
        })
      expect(await first.commit(looks())).toBe('done')
      await seeding(store()).placeUnit(unit.id, other)
      expect(await first.readSeat(sue.account, sue.chat)).toBeNull()
      expect(await first.ground(sue.account, blank.id)).toBeNull()
      expect(await first.commit(looks())).toBe('lost')
    })
  })

  describe('a membership', () => {
    test('that another store has ended reads and writes nothing more, and another one goes on', async () => {
      const { first, store } = bench()
      const seat = await seatOf(first)
      await seeding(store()).endMembership(await membershipOf(first, unit.id, ann), now)
      expect(await first.commit(everything(seat, ann, [put('a', entry(1))]))).toBe('lost')
      expect(await first.readSeat(ann.account, ann.chat)).toBeNull()
      expect(await first.loadSeat(ann.account, ann.chat)).toBeNull()
      expect(await first.commit(everything(await seatOf(first, bob), bob, [put('a', entry(1))]))).toBe('done')
      expect((await first.members(unit.id)).map(({ person }) => person)).toEqual([bob.person])
    })

    test('that has ended takes its waiting mail about the unit along, and its list', async () => {
      const { first } = bench()
      const share = changed(await seatOf(first), [put('a', entry(1))])
      const commit = everything(await seatOf(first), ann, [])
      await first.commit({ ...commit, filings: [share] })
      await first.commit(heard({ outbox: [{ ...commit.outbox[0], id: 'of-nothing' } as never] }))
      expect((await first.messages(ann.chat, { after: 0 }, 9)).length).toBe(3)
      await seeding(first).endMembership(await membershipOf(first, unit.id, ann), now)
      const left = (await first.messages(ann.chat, { after: 0 }, 9)).map(({ outgoing }) => outgoing.id)
      expect(left).toEqual(['of-nothing'])
      const mail = await first.lease(ann.chat, now, now + 1)
      expect(mail.map(({ outgoing }) => outgoing.id)).toEqual(['of-nothing'])
    })

    test('that has ended leaves the mail about a unit of which its person has another', async () => {
      const { first, sql } = bench()
      await seeding(first).addUnit({ ...unit, id: district, name: 'above' })
      await seeding(first).placeUnit(unit.id, district)
      const member = `INSERT INTO membership (id, person, unit, role, since) VALUES ('above', ?1, ?2, 'supervisor', 1)`
      await sql.batch([{ sql: member, params: [ann.person, district] }])
      await first.commit(everything(await seatOf(first), ann, []))
      const queued = () =>
        sql.all(`SELECT id FROM outbox WHERE state = 'queued' AND about IS NOT NULL ORDER BY id`)
      const before = await queued()
      expect(before.length).toBeGreaterThan(0)
      await seeding(first).endMembership('above', now)
      expect(await queued()).toEqual(before)
      await seeding(first).endMembership(await membershipOf(first, unit.id, ann), now)
      expect(await queued()).toEqual([])
    })

    test('ends once, and may be followed by another by a new invitation', async () => {
      const { first, sql } = bench()
      const id = await membershipOf(first, unit.id, ann)
      await seeding(first).endMembership(id, now)
      await seeding(first).endMembership(id, now + day)
      expect(await sql.all('SELECT until FROM membership WHERE id = ?1', [id])).toEqual([{ until: now }])
      await seeding(first).invite('again', { unit: unit.id, filing: blank.id, expiresAt: now + day })
      await first.commit(heard({ enrol: { invitation: 'again', ...ann, name: '' } }))
      expect((await seatOf(first)).ground.members).toMatchObject([{ role: 'filler' }])
    })
  })
}
