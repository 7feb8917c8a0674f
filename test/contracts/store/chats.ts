// A chat's messages as a list that is read again, the documents in it, and the sessions of browsers.

import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../../../src/app/message.ts'
import type { Bench } from '../store.ts'
import { ann, bob, count, fresh, heard, now, say } from './world.ts'

const day = 86_400_000

export const chats = (bench: () => Bench): void => {
  describe('a chat\u2019s list', () => {
    const five = async (): Promise<readonly string[]> => {
      const outbox: readonly Outgoing[] = Array.from({ length: 5 }, () => say(ann.chat))
      await bench().first.commit(heard({ outbox: [...outbox, say(bob.chat)] }))
      return outbox.map(({ id }) => id)
    }

    test('has every message of the chat in order, sent or not, and none of another', async () => {
      const ids = await five()
      const list = await bench().store().messages(ann.chat, { after: 0 }, 100)
      expect(list.map(({ outgoing }) => outgoing.id)).toEqual(ids)
    })

    test('begins behind a place, or ends before one, and is no longer than was asked', async () => {
      const ids = await five()
      const store = bench().store()
      const [, second, , fourth] = await store.messages(ann.chat, { after: 0 }, 100)
      const after = await store.messages(ann.chat, { after: second?.seq ?? 0 }, 2)
      expect(after.map(({ outgoing }) => outgoing.id)).toEqual(ids.slice(2, 4))
      const before = await store.messages(ann.chat, { before: fourth?.seq ?? 0 }, 2)
      expect(before.map(({ outgoing }) => outgoing.id)).toEqual(ids.slice(1, 3))
    })

    test('says which place a message changes, and none in another chat', async () => {
      const { first, store } = bench()
      const [mine, theirs] = [say(ann.chat), say(bob.chat)]
      await first.commit(heard({ outbox: [mine, theirs] }))
      const edits = [mine.id, theirs.id].map(id => ({ ...say(ann.chat), edits: id }))
      await first.commit(heard({ outbox: edits }))
      const [one, two, three] = await store().messages(ann.chat, { after: 0 }, 100)
      expect(two?.edits).toBe(one?.seq)
      expect(three?.edits).toBeNull()
    })

    test('gives a document to the chat it was made for alone', async () => {
      const { first, store } = bench()
      const file = { filing: 'f1', content: 2, format: 'docx', name: 'report' } as const
      const message: Outgoing = { ...say(ann.chat), kind: 'file', file }
      await first.commit(heard({ outbox: [message] }))
      expect(await store().fileOrder(ann.chat, message.id)).toEqual(file)
      expect(await store().fileOrder(bob.chat, message.id)).toBeNull()
      expect(await store().fileOrder(ann.chat, fresh('id'))).toBeNull()
    })
  })

  describe('a session', () => {
    test('is found until it expires, can be made longer, and ends when it is told to', async () => {
      const { first, store } = bench()
      const session = { hash: 'h1', account: ann.account, since: now, expiresAt: now + day }
      await first.commit(heard({ session }))
      expect(await store().session('h1', now)).toEqual(session)
      expect(await store().session('h1', now + day)).toBeNull()
      expect(await first.renewSession('h1', now + 2 * day)).toBe(true)
      expect((await store().session('h1', now + day))?.expiresAt).toBe(now + 2 * day)
      await first.endSession('h1')

      expect(await store().session('h1', now)).toBeNull()
    })

    test('that was ended is neither made longer nor followed by another', async () => {
      const { first, store, sql } = bench()
      const session = { hash: 'h1', account: ann.account, since: now, expiresAt: now + day }
      await first.commit(heard({ session }))
      await store().endSession('h1')
      expect(await first.renewSession('h1', now + 2 * day)).toBe(false)
      const next = heard({ session: { ...session, hash: 'h2' }, sessionsEnded: ['h1'] })
      expect(await first.commit(next)).toBe('lost')
      expect(await count(sql, 'session')).toBe(0)
    })
  })
}
