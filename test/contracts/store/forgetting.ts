// What is old is deleted, and nothing goes that somebody may still need: what waits, the question that
// stands, the place of a chat's last message, and a message that a younger one changes.

import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../../../src/app/message.ts'
import type { Commit } from '../../../src/app/ports/commit.ts'
import type { Change } from '../../../src/engine/filing.ts'
import type { Store } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import {
  ann,
  blank,
  bob,
  count,
  day,
  entry,
  everything,
  fresh,
  heard,
  now,
  pruneAt,
  put,
  say,
  seatOf,
  settled,
  unit,
} from './world.ts'

const stranger = 'telegram:99'

/** A commit of that day. */
const on = (days: number, parts: Partial<Commit> = {}): Commit =>
  heard({ ...parts, incoming: { channel: 'telegram', id: fresh('in'), at: now + days * day } })

const deliver = (store: Store, { to, id }: Outgoing): Promise<void> =>
  settled(store, to, [{ id, state: 'sent', message: `m-${id}` }])

/** Commit and send. */
const send = async (store: Store, commit: Commit): Promise<void> => {
  await store.commit(commit)
  for (const outgoing of commit.outbox) await deliver(store, outgoing)
}

/** Put a question to Ann on that day, and send it; its id, which is its card's too. */
const ask = async (
  store: Store,
  days: number,
  outbox?: readonly Outgoing[],
  changes: readonly Change[] = [],
): Promise<string> => {
  const commit = everything(await seatOf(store), ann, changes)
  const card = commit.card && { ...commit.card, at: now + days * day }
  await send(store, on(days, { ...commit, card, outbox: outbox ?? commit.outbox }))
  return card?.id ?? ''
}

const listed = async (store: Store, chat = ann.chat): Promise<readonly string[]> =>
  (await store.messages(chat, { after: 0 }, 100)).map(({ outgoing }) => outgoing.id)

export const forgetting = (bench: () => Bench): void => {
  describe('what is forgotten', () => {
    test('a message that was handled is known for thirty days', async () => {
      const { first, sql } = bench()
      const commit = on(0)
      await first.commit(commit)
      await pruneAt(first, now + 30 * day)
      expect(await first.commit(commit)).toBe('repeat')
      await pruneAt(first, now + 30 * day + 1)
      expect(await count(sql, 'incoming')).toBe(0)
    })

    test('mail that was sent or given up is gone after ninety days, and what waits is kept', async () => {
      const { first, sql } = bench()
      const [one, two, waiting] = [say(ann.chat), say(ann.chat), say(ann.chat)]
      await first.commit(on(0, { outbox: [one, two, waiting] }))
      await deliver(first, one)
      await settled(first, ann.chat, [{ id: two.id, state: 'failed' }])
      await pruneAt(first, now + 90 * day)
      expect(await count(sql, 'outbox')).toBe(3)
      await pruneAt(first, now + 90 * day + 1)
      expect(await sql.all('SELECT id FROM outbox')).toEqual([{ id: waiting.id }])
      expect((await first.lease(ann.chat, now, now + 1)).map(m => m.outgoing.id)).toEqual([waiting.id])
    })

    test('the key of a link is gone as it was sent, and from a page after a day', async () => {
      const { first, sql } = bench()
      const link = (to: string): Outgoing => ({ ...say(to), kind: 'link' })
      const [page, chat] = [link('web:1'), link(stranger)]
      await first.commit(on(0, { outbox: [page, chat] }))
      for (const each of [page, chat]) await deliver(first, each)
      const withWords = () => sql.all(`SELECT chat FROM outbox WHERE body -> '$.lines' <> '[]'`)
      expect(await withWords()).toEqual([{ chat: 'web:1' }])
      await pruneAt(first, now + day)
      expect(await listed(first, 'web:1')).toEqual([page.id])
      await pruneAt(first, now + day + 1)
      expect(await withWords()).toEqual([])
      expect(await listed(first, 'web:1')).toEqual([])
    })

    test('nothing is left of a chat in which nobody sits', async () => {
      const { first, sql } = bench()
      await send(first, on(0, { outbox: [say(stranger), say(stranger)] }))
      await pruneAt(first, now + 91 * day)
      expect(await count(sql, 'outbox')).toBe(0)
    })

    test('the question that stands is kept with its words, however long its person is away', async () => {
      const { first, store } = bench()
      const before = await ask(first, 0)
      const asked = await ask(first, 1)
      await send(first, on(1, { outbox: [say(ann.chat), say(ann.chat, 'last')] }))
      expect(await listed(first)).toContain(before)
      await pruneAt(first, now + 300 * day)
      const kept = await store().messages(ann.chat, { after: 0 }, 100)
      expect(kept.map(({ outgoing }) => outgoing.id)).toEqual([asked, 'last'])
      expect(kept[0]?.outgoing.lines).toEqual(say(ann.chat, asked).lines)
      expect((await seatOf(store())).asked).toEqual({ id: asked, message: `m-${asked}`, waits: false })
      expect(await store().card(asked, ann.person, ann.chat)).not.toBeNull()
    })

    test.each(['card', 'asked'] as const)(
      'the live message is kept that a focus names by its %s alone',
      async by => {
        const { first, sql } = bench()
        const commit = everything(await seatOf(first), ann, [])
        const position = commit.position && { ...commit.position, card: null, asked: null, [by]: 'live' }
        const outbox = [say(ann.chat, 'old'), say(ann.chat, 'live'), say(ann.chat, 'last')]
        await send(first, on(0, { ...commit, position, card: undefined, outbox }))
        await pruneAt(first, now + 300 * day)
        const rows = await sql.all('SELECT id FROM outbox ORDER BY seq')
        expect(rows.map(({ id }) => id)).toEqual(['live', 'last'])
      },
    )

    test('a place in the chat of somebody who sits there is never given twice', async () => {
      const { first } = bench()
      await ask(first, 0)
      await send(first, on(0, { outbox: [say(ann.chat), say(ann.chat), say(ann.chat, 'last')] }))
      const seen = (await first.messages(ann.chat, { before: 1_000 }, 1))[0]?.seq ?? 0
      await pruneAt(first, now + 300 * day)
      await send(first, on(300, { outbox: [say(ann.chat, 'after')] }))
      const unseen = await first.messages(ann.chat, { after: seen }, 100)
      expect(unseen.map(({ outgoing }) => outgoing.id)).toEqual(['after'])
    })

    test('a message is kept as long as a younger one that changes it', async () => {
      const { first, sql } = bench()
      await send(first, on(0, { outbox: [say(stranger, 'card'), say(stranger, 'other')] }))
      await send(first, on(89, { outbox: [{ ...say(stranger, 'tap', 'card'), kind: 'own' }] }))
      await pruneAt(first, now + 179 * day)
      const [card, tap] = await first.messages(stranger, { after: 0 }, 100)
      expect([card?.outgoing.id, tap?.outgoing.id, tap?.edits]).toEqual(['card', 'tap', card?.seq])
      await pruneAt(first, now + 179 * day + 1)
      expect(await count(sql, 'outbox')).toBe(0)
    })

    test('what waits still knows the message that it changes', async () => {
      const { first } = bench()
      await send(first, on(0, { outbox: [say(stranger, 'card')] }))
      await first.commit(on(0, { outbox: [say(stranger, 'edit', 'card')] }))
      await pruneAt(first, now + 91 * day)
      const [mail] = await first.lease(stranger, now + 91 * day, now + 92 * day)
      expect(mail).toMatchObject({ editsMessage: 'm-card', outgoing: { id: 'edit' } })
    })

    test('a card and the report of a document go after ninety days, the live card and the last report never', async () => {
      const { first, sql } = bench()
      const documentOn = async (days: number): Promise<string> => {
        const content = (await seatOf(first)).content + 1
        const file = { filing: blank.id, content, format: 'docx', name: 'report' } as const
        return ask(
          first,
          days,
          [{ ...say(ann.chat), kind: 'file', input: null, file }],
          [put('a', entry(days))],
        )
      }
      await documentOn(0)
      const second = await documentOn(1)
      const third = await documentOn(2)
      const kept = async () => [
        (await sql.all('SELECT id FROM card ORDER BY at')).map(row => row.id),
        (await sql.all('SELECT content FROM snapshot ORDER BY content')).map(row => row.content),
      ]
      await pruneAt(first, now + 90 * day + 1)
      expect(await kept()).toEqual([
        [second, third],
        [2, 3],
      ])
      await pruneAt(first, now + 300 * day)
      expect(await kept()).toEqual([[third], [3]])
      expect((await seatOf(first)).card).toBe(third)
    })

    test('an invitation goes thirty days after it was taken or has expired, and one that is open stays', async () => {
      const { first, sql } = bench()
      const hashes = async () => (await sql.all('SELECT hash FROM invitation ORDER BY hash')).map(r => r.hash)
      await sql.batch([{ sql: 'DELETE FROM invitation' }])
      const invite = (hash: string, days: number) =>
        seeding(first).invite(hash, { unit: unit.id, filing: blank.id, expiresAt: now + days * day })
      await invite('expires', 10)
      await invite('open', 90)
      await invite('taken', 90)
      const enrol = { ...bob, invitation: 'taken', name: 'Bob' }
      expect(await first.commit(on(1, { enrol }))).toBe('done')
      await pruneAt(first, now + 31 * day)
      expect(await hashes()).toEqual(['expires', 'open', 'taken'])
      await pruneAt(first, now + 31 * day + 1)
      expect(await hashes()).toEqual(['expires', 'open'])
      await pruneAt(first, now + 40 * day + 1)
      expect(await hashes()).toEqual(['open'])
      expect(await first.invitation('open', now + 41 * day)).not.toBeNull()
      expect((await seatOf(first, bob)).person.id).toBe(bob.person)
    })

    test('a fault is kept for ninety days', async () => {
      const { first, sql } = bench()
      await first.commit(on(0, { fault: '1002' }))
      await pruneAt(first, now + 90 * day)
      expect(await count(sql, 'fault')).toBe(1)
      await pruneAt(first, now + 90 * day + 1)
      expect(await count(sql, 'fault')).toBe(0)
    })

    test('a session goes when it has expired', async () => {
      const { first, sql } = bench()
      await first.commit(
        heard({ session: { hash: 'h1', account: ann.account, since: now, expiresAt: now + day } }),
      )
      await pruneAt(first, now + day - 1)
      expect(await count(sql, 'session')).toBe(1)
      await pruneAt(first, now + day)
      expect(await count(sql, 'session')).toBe(0)
    })
  })
}
