// Invitations: single use, for a time, and the account stays its person's.

import { describe, expect, test } from 'vitest'
import { filingId, personId, unitId } from '../../../src/engine/filing.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { ann, blank, count, day, entry, everything, heard, now, put, seatOf, unit } from './world.ts'

const guest = (n: number) => ({ person: personId(`p-guest-${n}`), account: `web:${n}`, chat: `web:${n}` })
const invitation = { unit: unit.id, filing: blank.id, expiresAt: now + day }

export const enrolments = (bench: () => Bench): void => {
  describe('an invitation', () => {
    test('is open until it is taken', async () => {
      const { first } = bench()
      await seeding(first).invite('hash', invitation)
      expect(await first.invitation('hash', now)).toEqual({
        ...invitation,
        role: 'filler',
        name: null,
        person: null,
        by: null,
        at: null,
        replaces: null,
        sections: null,
      })
      expect(await first.invitation('other', now)).toBeNull()
      expect(await first.commit(heard({ enrol: { invitation: 'hash', ...guest(1), name: 'Guest' } }))).toBe(
        'done',
      )
      expect(await first.invitation('hash', now)).toBeNull()
      expect((await seatOf(first, guest(1))).person).toEqual({ id: 'p-guest-1', name: 'Guest' })
    })

    test('seats exactly one of ten who take it at once', async () => {
      const { first, store, sql } = bench()
      await seeding(first).invite('hash', invitation)
      const people = await count(sql, 'person')
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          store().commit(heard({ enrol: { invitation: 'hash', ...guest(n), name: 'Guest' } })),
        ),
      )
      expect(outcomes.filter(outcome => outcome === 'done').length).toBe(1)
      expect(outcomes.filter(outcome => outcome === 'lost').length).toBe(9)
      expect(await count(sql, 'person')).toBe(people + 1)
      expect(await count(sql, 'membership')).toBe(people + 1)
    })

    test('is taken with its session, and neither stands when another was first, at once or later', async () => {
      const { first, store, sql } = bench()
      await seeding(first).invite('hash', invitation)
      const taking = (n: number) =>
        heard({
          enrol: { invitation: 'hash', ...guest(n), name: 'Guest', takenWith: `nonce-${n}` },
          session: { hash: `token-${n}`, account: guest(n).account, since: now, expiresAt: now + day },
        })
      const tables = ['person', 'account', 'membership', 'reach', 'session', 'incoming', 'outbox', 'position']
      const rows = async () => Promise.all(tables.map(table => count(sql, table)))
      const before = await rows()
      const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => store().commit(taking(n))))
      expect(outcomes.filter(outcome => outcome === 'done').length).toBe(1)
      const after = await rows()
      expect(after).toEqual(before.map((n, i) => n + (tables[i] === 'outbox' ? 0 : 1)))
      expect(await first.commit(taking(11))).toBe('lost')
      expect(await rows()).toEqual(after)
      const winner = outcomes.indexOf('done')
      expect(await first.session(`token-${winner}`, now)).toMatchObject({ account: guest(winner).account })
      expect(await first.takenInvitation('hash')).toMatchObject({
        ...{ unit: unit.id, role: 'filler', filing: blank.id, takenAt: now, takenWith: `nonce-${winner}` },
        person: { id: guest(winner).person, name: 'Guest' },
      })
      expect(
        await sql.all('SELECT person, channel, chat FROM reach WHERE person = ?1', [guest(winner).person]),
      ).toEqual([{ person: guest(winner).person, channel: 'telegram', chat: guest(winner).chat }])
    })

    test('that was taken gives a session again only while its membership stands, and the one before ends', async () => {
      const { first, sql } = bench()
      await seeding(first).invite('hash', invitation)
      const session = { account: guest(1).account, since: now, expiresAt: now + day }
      await first.commit(
        heard({
          enrol: { invitation: 'hash', ...guest(1), name: 'Guest' },
          session: { ...session, hash: 'one' },
        }),
      )
      const member = (await first.takenInvitation('hash'))?.member ?? ''
      const again = (hash: string) =>
        heard({ rights: { members: [member], above: [] }, session: { ...session, hash } })
      expect(await first.commit(again('two'))).toBe('done')
      expect(await sql.all('SELECT hash FROM session')).toEqual([{ hash: 'two' }])
      await seeding(first).endMembership(member, now)
      expect(await first.takenInvitation('hash')).toBeNull()
      expect(await first.commit(again('three'))).toBe('lost')
      expect(await sql.all('SELECT hash FROM session')).toEqual([{ hash: 'two' }])
    })

    test('cannot be taken once it has expired, nor when there is none', async () => {
      const { first, sql } = bench()
      await seeding(first).invite('late', { ...invitation, expiresAt: now })
      expect(await first.invitation('late', now)).toBeNull()
      const people = await count(sql, 'person')
      expect(await first.commit(heard({ enrol: { invitation: 'late', ...guest(1), name: 'Guest' } }))).toBe(
        'lost',
      )
      expect(await first.commit(heard({ enrol: { invitation: 'none', ...guest(1), name: 'Guest' } }))).toBe(
        'lost',
      )
      expect(await count(sql, 'person')).toBe(people)
    })

    test('is a repeat, not a loss, when the same message comes again', async () => {
      const { first } = bench()
      await seeding(first).invite('hash', invitation)
      const commit = heard({ enrol: { invitation: 'hash', ...guest(1), name: 'Guest' } })
      expect(await first.commit(commit)).toBe('done')
      expect(await first.commit(commit)).toBe('repeat')
    })

    test('takes a seated person to the other filing, under their first name', async () => {
      const { first } = bench()
      await first.commit(everything(await seatOf(first), ann, [put('a', entry(1))]))
      await seeding(first).addUnit({ ...unit, id: unitId('u2'), name: 'Unit Two' })
      await seeding(first).openFiling({ ...blank, id: filingId('f2'), unit: unitId('u2') })
      await seeding(first).invite('hash', { ...invitation, unit: unitId('u2'), filing: filingId('f2') })
      await first.commit(
        heard({
          incoming: { channel: 'telegram', id: 'later', at: now + 1 },
          enrol: { invitation: 'hash', ...ann, name: 'Other' },
        }),
      )
      const seat = await seatOf(first)
      expect([seat.filing.id, seat.unit.id, seat.person.name]).toEqual(['f2', 'u2', ann.person])
      expect(seat.focus.question).toEqual({ type: 'welcome' })
    })

    test('does not give a seated account to another person', async () => {
      const { first } = bench()
      await seeding(first).invite('hash', invitation)
      const thief = { ...ann, person: personId('p-new') }
      expect(await first.commit(heard({ enrol: { invitation: 'hash', ...thief, name: 'New' } }))).toBe('lost')
      expect(await first.invitation('hash', now)).not.toBeNull()
      expect((await seatOf(first)).person.id).toBe(ann.person)
    })

    test('of a person who left the unit opens nothing any more', async () => {
      const { first, sql } = bench()
      await first.commit(everything(await seatOf(first), ann, []))
      await sql.batch([
        { sql: 'UPDATE membership SET until = ?2 WHERE person = ?1', params: [ann.person, now] },
      ])
      expect(await first.loadSeat(ann.account, ann.chat)).toBeNull()
    })
  })
}
