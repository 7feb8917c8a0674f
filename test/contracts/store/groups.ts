// Commits that share a batch: each gets its own outcome, and what one loses is nobody else's.

import { describe, expect, test } from 'vitest'
import type { Commit } from '../../../src/app/ports/commit.ts'
import { filingId, personId } from '../../../src/engine/filing.ts'
import { cellKey } from '../../../src/engine/form.ts'
import { fault } from '../../../src/faults.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import type { Store } from '../../../src/storage/store.ts'
import { createStore } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import {
  blank,
  changed,
  count,
  entry,
  everything,
  heard,
  part,
  put,
  say,
  seatAt,
  seatOf,
  settled,
  write,
} from './world.ts'

type Who = { readonly person: ReturnType<typeof personId>; readonly account: string; readonly chat: string }

/** People each with a filing of their own, of years that know nothing of each other. */
const crowd = async (store: Store, size: number): Promise<readonly Who[]> => {
  const people = Array.from({ length: size }, (_, n) => {
    const ref = `telegram:${1000 + n}`
    return { person: personId(`p-${n}`), account: ref, chat: ref }
  })
  for (const [n, who] of people.entries()) {
    const filing = filingId(`crowd-${n}`)
    await seeding(store).openFiling({ ...blank, id: filing, year: 2100 + 2 * n })
    await seatAt(store, who, filing)
  }
  return people
}

/** A store whose commits share batches, whatever the database usually does; and the sizes of its batches. */
const sharing = (sql: Sql): { readonly store: Store; readonly batches: number[] } => {
  const batches: number[] = []
  const batch: Sql['batch'] = statements => {
    batches.push(statements.length)
    return sql.batch(statements)
  }
  return { store: createStore({ ...sql, batch, sharing: 100 }), batches }
}

const ids = (commits: readonly Commit[]) => commits.map(({ incoming }) => incoming.id).sort()

export const groups = (bench: () => Bench): void => {
  describe('a group of commits', () => {
    test('gives each its own outcome, and keeps nothing of one that is lost or repeated', async () => {
      const { first, sql } = bench()
      const people = await crowd(first, 52)
      const { store } = sharing(sql)
      const [early, late, ...good] = await Promise.all(
        people.map(async (who, n) =>
          everything(await seatOf(first, who), who, [put('a', entry(n)), write('t', [part(`${n}`)])]),
        ),
      )
      if (!early || !late) throw new Error('nobody')
      await store.commit(heard({ incoming: early.incoming }))
      const lost = { ...late, filings: late.filings.map(each => ({ ...each, expected: 7 })) }
      const given = [...good.slice(0, 20), early, ...good.slice(20, 30), lost, ...good.slice(30)]
      const alone = store.commit(heard()) // the others come while this one is written
      const outcomes = await Promise.all(given.map(store.commit))
      await alone
      expect(outcomes).toEqual(
        given.map(each => (each === early ? 'repeat' : each === lost ? 'lost' : 'done')),
      )
      const stored = await sql.all('SELECT id FROM incoming WHERE channel = ?1', ['telegram'])
      expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(ids(good)))
      expect(stored.map(({ id }) => id)).not.toContain(lost.incoming.id)
      const counted = await Promise.all(['cell', 'text', 'audit', 'outbox', 'card'].map(t => count(sql, t)))
      expect(counted).toEqual([50, 50, 50, 100, 50])
      for (const [n, who] of people.entries()) {
        const value = (await seatOf(createStore(sql), who)).filing.entries.get(cellKey('a'))?.value
        expect(value).toBe(n < 2 ? undefined : n)
      }
    })

    test('takes far fewer batches than there are commits, and stores every one', async () => {
      const { first, sql } = bench()
      const people = await crowd(first, 60)
      const { store, batches } = sharing(sql)
      const commits = await Promise.all(
        people.map(async (who, n) => everything(await seatOf(first, who), who, [put('a', entry(n))])),
      )
      const outcomes = await Promise.all(commits.map(store.commit))
      expect(new Set(outcomes)).toEqual(new Set(['done']))
      expect(batches.length).toBeLessThanOrEqual(3)
      expect(Math.max(...batches)).toBeLessThanOrEqual(12)
      expect(await sql.all('SELECT min(seq) AS first, max(seq) AS last FROM outbox')).toEqual([
        { first: 1, last: 2 },
      ])
    }, 30_000)

    test('has one winner among ten on one filing, and keeps the order of each chat', async () => {
      const { first, sql } = bench()
      const [who] = await crowd(first, 1)
      if (!who) throw new Error('nobody')
      const { store } = sharing(sql)
      const seat = await seatOf(store, who)
      const racing = Array.from({ length: 10 }, (_, n) => everything(seat, who, [put(`k${n}`, entry(n))]))
      const said = Array.from({ length: 10 }, (_, n) => heard({ outbox: [say(who.chat, `said-${n}`)] }))
      const [outcomes] = await Promise.all([
        Promise.all(racing.map(store.commit)),
        Promise.all(said.map(store.commit)),
      ])
      expect(outcomes).toEqual(['done', ...Array(9).fill('lost')])
      const order = await sql.all(`SELECT id FROM outbox WHERE id LIKE 'said-%' ORDER BY seq`)
      expect(order.map(({ id }) => id)).toEqual(said.map(({ outbox }) => outbox[0]?.id))
    })

    test('tells all of them when the database is not there, and stores none', async () => {
      const { first, sql } = bench()
      const people = await crowd(first, 5)
      let works = true
      const batch: Sql['batch'] = statements =>
        works ? sql.batch(statements) : Promise.reject(fault('database-unavailable'))
      const store = createStore({ ...sql, batch, sharing: 100 })
      const commits = await Promise.all(
        people.map(async who => everything(await seatOf(store, who), who, [put('a', entry(1))])),
      )
      works = false
      const outcomes = await Promise.allSettled(commits.map(store.commit))
      expect(outcomes.every(each => each.status === 'rejected' && each.reason.code === 1001)).toBe(true)
      works = true
      expect(await count(sql, 'cell')).toBe(0)
      expect(await Promise.all(commits.map(store.commit))).toEqual(Array(5).fill('done'))
    })

    test('stores what became of mail before the next commit of the chat, in the same batch', async () => {
      const { first, sql } = bench()
      const people = await crowd(first, 10)
      const { store, batches } = sharing(sql)
      const say1 = await Promise.all(
        people.map(async ({ chat }) =>
          store.commitAndLease(heard({ outbox: [say(chat, `1 ${chat}`)] }), 9e15),
        ),
      )
      expect(say1.every(({ mail }) => mail.length === 1)).toBe(true)
      const before = batches.length
      const alone = store.commit(heard())
      const marks = people.map(({ chat }) =>
        settled(store, chat, [{ id: `1 ${chat}`, state: 'sent', message: `5${chat}` }]),
      )
      const next = await Promise.all(
        people.map(({ chat }) =>
          store.commitAndLease(heard({ outbox: [say(chat, `2 ${chat}`, `1 ${chat}`)] }), 9e15),
        ),
      )
      await Promise.all([alone, ...marks])
      expect(batches.length - before).toBe(2)
      expect(next.map(({ mail }) => mail[0]?.editsMessage)).toEqual(people.map(({ chat }) => `5${chat}`))
      expect(await sql.all(`SELECT state, count(*) AS n FROM outbox GROUP BY state ORDER BY 1`)).toEqual([
        { state: 'queued', n: 10 },
        { state: 'sent', n: 10 },
      ])
    })

    test('stores two outcomes of one message in their order, beside those of other chats', async () => {
      const { first, sql } = bench()
      const { store, batches } = sharing(sql)
      const [one, other] = ['telegram:71', 'telegram:72']
      await store.commitAndLease(heard({ outbox: [say(one, 'one'), say(other, 'other')] }), 9e15)
      const before = batches.length
      const alone = store.commit(heard())
      await Promise.all([
        settled(store, one, [{ id: 'one', state: 'queued', dueAt: 5, pauseMs: 9, isAttempt: true }]),
        settled(store, other, [{ id: 'other', state: 'failed' }]),
        settled(store, one, [{ id: 'one', state: 'sent', message: '7' }]),
        first.commit(heard()),
      ])
      await alone
      expect(batches.length - before).toBe(2)
      expect(
        await sql.all('SELECT id, state, attempts, due_at, message_id, lease_until FROM outbox ORDER BY id'),
      ).toEqual([
        { id: 'one', state: 'sent', attempts: 1, due_at: 5, message_id: '7', lease_until: null },
        { id: 'other', state: 'failed', attempts: 0, due_at: 0, message_id: null, lease_until: null },
      ])
    })

    test('may hold an enrolment', async () => {
      const { first, sql } = bench()
      const [who] = await crowd(first, 1)
      if (!who) throw new Error('nobody')
      const { store, batches } = sharing(sql)
      await seeding(store).invite('hash', { unit: blank.unit, filing: blank.id, expiresAt: 9e15 })
      const seat = await seatOf(store, who)
      const guest = { person: personId('p-guest'), account: 'web:1', chat: 'web:1', name: 'Guest' }
      const before = batches.length
      const outcomes = await Promise.all([
        store.commit(heard({ filings: [changed(seat, [put('a', entry(1))])] })),
        store.commit(heard()),
        store.commit(heard({ enrol: { invitation: 'hash', ...guest } })),
        store.commit(heard()),
        store.commit(heard()),
      ])
      expect(outcomes).toEqual(Array(5).fill('done'))
      expect(batches.length - before).toBe(2)
    })
  })
}
