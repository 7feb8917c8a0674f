// Mail: in order within a chat, by one deliverer at a time, and nothing promised is forgotten.

import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../../../src/app/message.ts'
import type { Store } from '../../../src/storage/store.ts'
import type { Bench } from '../store.ts'
import { ann, bob, day, everything, heard, now, say, seatOf, settled } from './world.ts'

const minute = 60_000
const chat = ann.chat
const send = (store: Store, ...outbox: Outgoing[]) => store.commit(heard({ outbox }))
const ids = async (store: Store, at = now, until = at + minute, of = chat) =>
  (await store.lease(of, at, until)).map(mail => mail.outgoing.id)
/** The chats that a sweep finds. */
const waiting = async (store: Store, at: number) => (await store.chatsWithMail(at)).map(({ chat }) => chat)

export const mails = (bench: () => Bench): void => {
  describe('mail', () => {
    test('leaves with the words it was promised with', async () => {
      const { first, store } = bench()
      const file: Outgoing = {
        ...say(chat, 'doc'),
        kind: 'file',
        input: null,
        file: { filing: 'f1', content: 3, format: 'docx', name: 'report' },
      }
      await send(first, say(chat, 'm1'), file)
      expect(await store().lease(chat, now, now + minute)).toEqual([
        { outgoing: say(chat, 'm1'), editsMessage: null, attempts: 0 },
        { outgoing: file, editsMessage: null, attempts: 0 },
      ])
    })

    test('keeps the order of each chat, over several commits', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'), say(bob.chat, 'b1'), say(chat, 'm2'))
      await send(first, say(chat, 'm3'), say(bob.chat, 'b2'))
      expect(await waiting(first, now)).toEqual([chat, bob.chat])
      expect(await ids(first)).toEqual(['m1', 'm2', 'm3'])
      expect(await ids(first, now, now + minute, bob.chat)).toEqual(['b1', 'b2'])
    })

    test('is taken by exactly one of ten deliverers', async () => {
      const { first, store } = bench()
      await send(first, say(chat, 'm1'), say(chat, 'm2'))
      const taken = await Promise.all(Array.from({ length: 10 }, () => ids(store())))
      expect(taken.filter(each => each.length > 0)).toEqual([['m1', 'm2']])
    })

    test('that arrives while its chat is held waits for the release', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'))
      expect(await ids(first)).toEqual(['m1'])
      await send(first, say(chat, 'm2'))
      expect(await waiting(first, now)).toEqual([])
      expect(await ids(first)).toEqual([])
      await settled(first, chat, [{ id: 'm1', state: 'sent', message: '1' }])
      expect(await waiting(first, now)).toEqual([chat])
      expect(await ids(first)).toEqual(['m2'])
    })

    test('that waits is counted, with the instant of the oldest, but for chats that cannot be reached', async () => {
      const { first } = bench()
      expect(await first.backlog()).toEqual({ size: 0, oldestAt: null })
      for (const at of [now + 7, now, now + 3])
        await first.commit({
          ...heard({ outbox: [say(chat, `m${at}`)] }),
          incoming: { channel: 'x', id: `${at}`, at },
        })
      await send(first, say(bob.chat, 'b1'))
      expect(await first.backlog()).toEqual({ size: 4, oldestAt: now })
      await settled(first, chat, [{ id: `m${now}`, state: 'sent', message: '1' }])
      await first.unreachable(bob.chat, now)
      await send(first, say(bob.chat, 'b2'))
      expect(await first.backlog()).toEqual({ size: 2, oldestAt: now + 3 })
    })

    test('can be taken again when its deliverer has vanished', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'))
      expect(await ids(first, now, now + minute)).toEqual(['m1'])
      expect(await ids(first, now + minute - 1)).toEqual([])
      expect(await waiting(first, now + minute)).toEqual([chat])
      expect(await ids(first, now + minute)).toEqual(['m1'])
    })

    test('that must be tried later is not overtaken', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'), say(chat, 'm2'), say(chat, 'm3'))
      await first.lease(chat, now, now + minute)
      await settled(first, chat, [
        { id: 'm1', state: 'sent', message: '1' },
        { id: 'm2', state: 'queued', dueAt: now + 5000, pauseMs: 5000, isAttempt: true },
      ])
      expect(await waiting(first, now)).toEqual([])
      expect(await ids(first, now + 4999)).toEqual([])
      const again = await first.lease(chat, now + 5000, now + minute)
      expect(again.map(mail => [mail.outgoing.id, mail.attempts])).toEqual([
        ['m2', 1],
        ['m3', 0],
      ])
    })

    test('that was held back is tried again without an attempt being counted', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'))
      await first.lease(chat, now, now + minute)
      const held = { id: 'm1', state: 'queued', dueAt: now + day, pauseMs: day, isAttempt: false } as const
      await settled(first, chat, [held])
      expect(await ids(first, now + day - 1)).toEqual([])
      expect(await first.lease(chat, now + day, now + day + minute)).toMatchObject([{ attempts: 0 }])
    })

    test('is held for longer with each outcome, until it is let go of', async () => {
      const { first, store } = bench()
      await send(first, say(chat, 'm1'), say(chat, 'm2'), say(chat, 'm3'))
      await first.lease(chat, now, now + minute)
      await first.settle(chat, [{ id: 'm1', state: 'sent', message: '1' }], now + 50_000 + minute).stored
      await send(first, say(chat, 'm4'))
      expect(await ids(store(), now + minute)).toEqual([])
      expect(await waiting(store(), now + minute)).toEqual([])
      expect(await sql('m2', 'm3', 'm4')).toEqual([now + 50_000 + minute, now + 50_000 + minute, null])
      await settled(first, chat, [{ id: 'm2', state: 'sent', message: '2' }])
      expect(await ids(store(), now + minute)).toEqual(['m3', 'm4'])

      async function sql(...of: string[]) {
        const rows = await bench().sql.all('SELECT id, lease_until AS until FROM outbox ORDER BY seq')
        return rows.filter(({ id }) => of.includes(String(id))).map(({ until }) => until)
      }
    })

    test('is let go of, held on, given up and put off by nobody but who holds it, and sent is sent', async () => {
      const { first, store } = bench()
      const other = store()
      await send(first, say(chat, 'm1'), say(chat, 'm2'), say(chat, 'm3'), say(chat, 'm4'))
      expect(await ids(first)).toHaveLength(4)
      expect(await ids(other, now + minute)).toHaveLength(4)
      await settled(first, chat, [{ id: 'm1', state: 'sent', message: '1' }])
      await settled(first, chat, [
        { id: 'm2', state: 'failed' },
        { id: 'm3', state: 'queued', dueAt: now + day, pauseMs: day, isAttempt: true },
      ])
      await first.settle(chat, [], now + 2 * minute + 1).stored
      expect(await waiting(first, now + minute)).toEqual([])
      expect(await waiting(first, now + 2 * minute)).toEqual([chat])
      await settled(other, chat, [])
      expect(await first.lease(chat, now + minute, now + 2 * minute)).toMatchObject(
        ['m2', 'm3', 'm4'].map(id => ({ outgoing: { id }, attempts: 0 })),
      )
      await settled(other, chat, [{ id: 'm2', state: 'failed' }])
      expect(await waiting(first, now + minute)).toEqual([])
    })

    test('that its committer holds is let go of by nobody else', async () => {
      const { first, store } = bench()
      await first.commitAndLease(heard({ outbox: [say(chat, 'm1')] }), now + minute)
      await settled(store(), chat, [])
      expect(await ids(store())).toEqual([])
      await settled(first, chat, [])
      expect(await ids(store())).toEqual(['m1'])
    })

    test('stays held as it is when only an outcome is told', async () => {
      const { first, store } = bench()
      await send(first, say(chat, 'm1'), say(chat, 'm2'))
      expect(await ids(first)).toHaveLength(2)
      await first.settle(chat, [{ id: 'm1', state: 'sent', message: '1' }], 'as it is').stored
      expect(await ids(store())).toEqual([])
      expect(await ids(store(), now + minute)).toEqual(['m2'])
    })

    test('is leased fifty at a time, and a sweep finds so many chats as it asks for', async () => {
      const { first } = bench()
      await send(first, ...Array.from({ length: 60 }, (_, n) => say(chat, `m${n}`)), say(bob.chat, 'b1'))
      expect(await first.chatsWithMail(now, 1)).toHaveLength(1)
      expect(await ids(first)).toHaveLength(50)
    })

    test('that answers nobody gives way to chats in which somebody is answered', async () => {
      const { first, store } = bench()
      const bulk = { outbox: [say('telegram:8', 'n8'), say(chat, 'n1')], isBulk: true } as const
      expect((await first.commitAndLease(heard(bulk), null)).mail).toEqual([])
      await send(first, say(bob.chat, 'b1'))
      await send(first, say(chat, 'm1'))
      expect(await store().chatsWithMail(now)).toEqual([
        { chat, isBulk: false },
        { chat: bob.chat, isBulk: false },
        { chat: 'telegram:8', isBulk: true },
      ])
      expect(await ids(first)).toEqual(['n1', 'm1'])
    })

    test('waits and is held no longer than was meant when a clock is set back, and as long as was meant otherwise', async () => {
      const { first } = bench()
      const [flooded, tried, held] = ['telegram:91', 'telegram:92', 'telegram:93'] as const
      await send(first, say(flooded, 'f'), say(tried, 't'), say(held, 'h'))
      for (const [to, id, pauseMs] of [
        [flooded, 'f', day],
        [tried, 't', 2_000],
      ] as const) {
        await first.lease(to, now, now + minute)
        await settled(first, to, [{ id, state: 'queued', dueAt: now + pauseMs, pauseMs, isAttempt: true }])
      }
      await first.lease(held, now, now + minute)
      // Clocks of two processes differ by seconds, and nothing comes early for that.
      expect(await waiting(first, now - 5_000)).toEqual([])
      expect(await waiting(first, now - 3_600_000)).toEqual([flooded, tried, held])
      for (const to of [flooded, tried, held])
        expect(await ids(first, now - 3_600_000, now - 3_540_000, to)).toHaveLength(1)
    })

    test('that was sent or given up is not sent again, whatever a late deliverer says', async () => {
      const { first, sql } = bench()
      await send(first, say(chat, 'm1'), say(chat, 'm2'))
      await settled(first, chat, [
        { id: 'm1', state: 'sent', message: '1' },
        { id: 'm2', state: 'failed' },
      ])
      await settled(first, chat, [
        { id: 'm1', state: 'queued', dueAt: now, pauseMs: 0, isAttempt: true },
        { id: 'm2', state: 'sent', message: '2' },
      ])
      expect(await ids(first)).toEqual([])
      expect(await sql.all('SELECT state, message_id FROM outbox ORDER BY seq')).toEqual([
        { state: 'sent', message_id: '1' },
        { state: 'failed', message_id: null },
      ])
    })

    test('that edits knows the message, also through a chain of edits', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'))
      await first.lease(chat, now, now + minute)
      await settled(first, chat, [{ id: 'm1', state: 'sent', message: '501' }])
      await send(first, say(chat, 'e1', 'm1'))
      expect(await first.lease(chat, now, now + minute)).toMatchObject([
        { editsMessage: '501', outgoing: { id: 'e1', edits: 'm1' } },
      ])
      await settled(first, chat, [{ id: 'e1', state: 'sent', message: null }])
      await send(first, say(chat, 'e2', 'e1'))
      expect(await first.lease(chat, now, now + minute)).toMatchObject([
        { editsMessage: '501', outgoing: { id: 'e2' } },
      ])
    })

    test('that edits a message of the same lease waits until that one is sent', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'), say(chat, 'e1', 'm1'), say(chat, 'm2'))
      expect(await ids(first)).toEqual(['m1'])
      await settled(first, chat, [{ id: 'm1', state: 'sent', message: '9' }])
      expect(await first.lease(chat, now, now + minute)).toMatchObject([
        { editsMessage: '9' },
        { outgoing: { id: 'm2' } },
      ])
    })

    test('is held by whoever commits it, and by nobody else until that runs out', async () => {
      const { first, store } = bench()
      const commit = heard({ outbox: [say(chat, 'm1'), say(chat, 'm2')] })
      expect(await first.commitAndLease(commit, now + minute)).toEqual({
        committed: 'done',
        mail: commit.outbox.map(outgoing => ({ outgoing, editsMessage: null, attempts: 0 })),
      })
      expect(await first.commitAndLease(commit, now + minute)).toEqual({ committed: 'repeat', mail: [] })
      expect(await waiting(store(), now)).toEqual([])
      expect(await ids(store())).toEqual([])
      expect(await waiting(store(), now + minute)).toEqual([chat])
      expect(await ids(store(), now + minute)).toEqual(['m1', 'm2'])
    })

    test('is not held by whoever commits it while other mail waits there, or the chat cannot be reached', async () => {
      const { first } = bench()
      const hold = async (to: string, id: string) =>
        (await first.commitAndLease(heard({ outbox: [say(to, id)] }), now + minute)).mail.length
      expect(await hold(chat, 'm1')).toBe(1)
      expect(await hold(chat, 'm2')).toBe(0)
      await settled(first, chat, [{ id: 'm1', state: 'sent', message: '1' }])
      expect(await hold(chat, 'm3')).toBe(0)
      expect(await ids(first)).toEqual(['m2', 'm3'])
      await first.unreachable(bob.chat, now)
      expect(await hold(bob.chat, 'b1')).toBe(0)
      expect(await hold('web:1', 'w1')).toBe(1)
    })

    test('that edits is held with the message it changes, and up to one whose message is not known yet', async () => {
      const { first } = bench()
      const outbox = [say(chat, 'm1'), say(chat, 'm2'), say(chat, 'e1', 'm2'), say(chat, 'm3')]
      const { mail } = await first.commitAndLease(heard({ outbox }), now + minute)
      expect(mail.map(each => each.outgoing.id)).toEqual(['m1', 'm2'])
      await settled(first, chat, [
        { id: 'm1', state: 'sent', message: '1' },
        { id: 'm2', state: 'sent', message: '2' },
      ])
      expect(await ids(first)).toEqual(['e1', 'm3'])
      await settled(first, chat, [
        { id: 'e1', state: 'sent', message: null },
        { id: 'm3', state: 'sent', message: '3' },
      ])
      const next = await first.commitAndLease(heard({ outbox: [say(chat, 'e2', 'e1')] }), now + minute)
      expect(next.mail).toMatchObject([{ editsMessage: '2', outgoing: { id: 'e2' } }])
    })

    test('is let go of when nothing is said to have become of it', async () => {
      const { first } = bench()
      await first.commitAndLease(heard({ outbox: [say(chat, 'm1')] }), now + minute)
      expect(await ids(first)).toEqual([])
      await settled(first, chat, [])
      expect(await ids(first)).toEqual(['m1'])
    })

    test('that edits a message which was given up is sent as a new one', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'), say(chat, 'e1', 'm1'))
      await settled(first, chat, [{ id: 'm1', state: 'failed' }])
      expect(await first.lease(chat, now, now + minute)).toMatchObject([
        { editsMessage: null, outgoing: { id: 'e1' } },
      ])
    })

    test('stops when the chat cannot be reached, until somebody writes there, be it a stranger', async () => {
      const { first } = bench()
      await send(first, say(chat, 'm1'))
      await first.unreachable(chat, now)
      await first.unreachable(chat, now + 1)
      await send(first, say(chat, 'nudge'))
      expect(await waiting(first, now)).toEqual([])
      expect(await ids(first)).toEqual([])
      const incoming = { channel: 'telegram', id: 'a word', at: now, chat }
      await first.commit(heard({ incoming, outbox: [say(chat, 'answer')] }))
      expect(await waiting(first, now)).toEqual([chat])
      expect(await ids(first)).toEqual(['nudge', 'answer'])
    })

    test('is held at once by whoever answers a person that could not be reached', async () => {
      const { first } = bench()
      await first.unreachable(chat, now)
      const incoming = { channel: 'telegram', id: 'a word', at: now, chat }
      const { mail } = await first.commitAndLease(heard({ incoming, outbox: [say(chat)] }), now + minute)
      expect(mail).toHaveLength(1)
    })

    test('follows a group that became another chat, behind what waits there', async () => {
      const { first, sql } = bench()
      const to = 'telegram:-100'
      const commit = everything(await seatOf(first), ann, [])
      await send(first, say(to, 'there'))
      await first.commit(commit)
      await first.lease(chat, now, now + minute)
      await sql.batch([{ sql: `INSERT INTO chat_group VALUES (?1, 'u1', 'p-ann', 1)`, params: [chat] }])
      await first.moveChat(chat, to)
      const left = `SELECT chat FROM reach WHERE person = ?1 UNION SELECT chat FROM chat_group`
      expect(await sql.all(left, [ann.person])).toEqual([{ chat: to }])
      expect(await waiting(first, now)).toEqual([to])
      const moved = await first.lease(to, now, now + minute)
      expect(moved.map(mail => mail.outgoing.id)).toEqual(['there', ...commit.outbox.map(mail => mail.id)])
      expect(new Set(moved.map(mail => mail.outgoing.to))).toEqual(new Set([to]))
      expect((await seatOf(first, { ...ann, chat: to })).card).toBe(commit.card?.id)
      expect(await first.card(commit.card?.id ?? '', ann.person, to)).not.toBeNull()
    })
  })
}
