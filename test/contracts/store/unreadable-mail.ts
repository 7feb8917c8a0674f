// Mail that other code stored: what can be left out of it is, what cannot be read at all is given up, and the rest of
// its chat goes on.

import { describe, expect, test } from 'vitest'
import { createStore } from '../../../src/storage/store.ts'
import type { Bench } from '../store.ts'
import { ann, heard, now, say } from './world.ts'

const minute = 60_000
const { chat } = ann
const end = { before: Number.MAX_SAFE_INTEGER }
const start = { after: 0 }

export const unreadableMail = (bench: () => Bench): void => {
  /** Three messages wait, and other code has changed the middle one. */
  const rewritten = async (change: string) => {
    const { sql, first } = bench()
    await first.commit(heard({ outbox: ['m1', 'm2', 'm3'].map(id => say(chat, id)) }))
    await sql.batch([{ sql: `UPDATE outbox SET ${change} WHERE id = 'm2'` }])
    const logged: string[] = []
    const store = createStore(sql, (event, fields) => void logged.push(`${event} ${JSON.stringify(fields)}`))
    return { sql, store, logged }
  }

  describe('stored mail', () => {
    test.each([
      [
        'input',
        `body = json_set(body, '$.input', json('{"type":"date","placeholder":"x"}'))`,
        { input: null },
      ],
      ['choices', `body = json_set(body, '$.choices', json('{"a":1}'))`, { choices: [] }],
      ['cells', `body = json_set(body, '$.cells', 7)`, { cells: [] }],
      [
        'style',
        `body = json_set(body, '$.lines[0].style', 'neon')`,
        { lines: [{ text: 'words of m2', style: 'plain' }] },
      ],
      ['more than is known', `body = json_set(body, '$.more', 1)`, {}],
    ])('with %s of another shape goes out without it', async (_, change, without) => {
      const { store, logged } = await rewritten(change)
      const expected = [say(chat, 'm1'), { ...say(chat, 'm2'), ...without }, say(chat, 'm3')]
      const listed = await store.messages(chat, end, 50)
      expect(listed.map(({ outgoing }) => outgoing)).toEqual(expected)
      const mails = await store.lease(chat, now, now + minute)
      expect(mails.map(({ outgoing }) => outgoing)).toEqual(expected)
      expect(logged).toEqual([])
    })

    const whole = [
      ['of another version', `body = json_set(body, '$.v', 2)`],
      ['without a version', `body = json_remove(body, '$.v')`],
      ['without lines', `body = json_remove(body, '$.lines')`],
      ['with another order of a file', `body = json_set(body, '$.file', json('{"format":"pdf"}'))`],
      ['that is no JSON', `body = '{"lines'`],
      ['of an unknown kind', `kind = 'sing'`],
    ] as const

    test.each(whole)('%s is given up, with a line of the log that has no words of it', async (_, change) => {
      const { sql, store, logged } = await rewritten(change)
      const mails = await store.lease(chat, now, now + minute)
      expect(mails.map(({ outgoing }) => outgoing.id)).toEqual(['m1', 'm3'])
      expect(logged).toEqual(['outbox.unreadable {"channel":"telegram","id":"m2"}'])
      const rows = await sql.all(`SELECT state, lease_until AS until FROM outbox WHERE id = 'm2'`)
      expect(rows).toEqual([{ state: 'failed', until: null }])
      await store.settle(
        chat,
        mails.map(({ outgoing: { id } }) => ({ id, state: 'sent', message: id })),
      ).stored
      expect(await store.chatsWithMail(now)).toEqual([])
    })

    test.each(whole)('%s is left out of the list, which is as long as was asked for', async (_, change) => {
      const { store, logged } = await rewritten(change)
      const ids = async (from: typeof end | typeof start, limit: number) =>
        (await store.messages(chat, from, limit)).map(({ outgoing }) => outgoing.id)
      expect(await ids(end, 50)).toEqual(['m1', 'm3'])
      expect(await ids(start, 50)).toEqual(['m1', 'm3'])
      expect(await ids(start, 2)).toEqual(['m1', 'm3'])
      expect(await ids(end, 2)).toEqual(['m1', 'm3'])
      expect(await store.fileOrder(chat, 'm2')).toBeNull()
      expect(logged).toEqual([])
    })

    test('that is all there is, behind which more waits, does not hold that up', async () => {
      const { sql, first } = bench()
      await first.commit(heard({ outbox: [say(chat, 'm1')] }))
      await sql.batch([{ sql: `UPDATE outbox SET body = '{' WHERE id = 'm1'` }])
      await first.commit(heard({ outbox: [say(chat, 'm2', 'm1')] }))
      const mails = await first.lease(chat, now, now + minute)
      expect(mails.map(({ outgoing }) => outgoing.id)).toEqual(['m2'])
    })
  })
}
