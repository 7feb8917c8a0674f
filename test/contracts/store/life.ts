// Acts in a filing's life over a database: one commit with its guard, and a sign-off that names what made it void.

import { describe, expect, test } from 'vitest'
import { actOnFiling } from '../../../src/app/filing/act-on-filing.ts'
import type { FilingWish } from '../../../src/app/filing/effects-of.ts'
import type { Caller } from '../../../src/app/open.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { createWords } from '../../../src/i18n/words.ts'
import type { Store } from '../../../src/storage/store.ts'
import { jobContext } from '../../app/clock/job-context.ts'
import type { Bench } from '../store.ts'
import { ann, blank, bob, changed, day, entry, heard, now, part, put, seatOf, write } from './world.ts'

const seal = jobContext({} as Store).seal
const sign: FilingWish = {
  ...{ act: 'sign-filing', content: null },
  signOff: {
    ...({ who: 'Zhou', capacity: 'leader-in-charge', way: 'paper', signedOn: '2026-01-12' } as const),
    ...{ number: null, isUnderAuthority: false },
  },
}

const act = (store: Store, wish: FilingWish, caller: Caller = { type: 'shell', at: now }) =>
  actOnFiling(
    {
      ...{ conversations: store, handling: store, registry: store, calendar: store, catalog, seal },
      words: createWords('zh-CN'),
      environment: { ...jobContext(store).environment, chance: Math.random, sleep: async () => {} },
    },
    caller,
    blank.id,
    wish,
  )

const figures = indexOf(disclosure2021).entered.map(({ key }) => put(key, entry(0)))
const texts = ['overview', 'problems', 'other'].map(key => write(key, [part('None.')]))

const answer = async (store: Store, changes: Parameters<typeof changed>[1]) =>
  store.commit(heard({ filings: [changed(await seatOf(store), changes)] }))

export const life = (bench: () => Bench): void => {
  describe('a report', () => {
    test('is handed in with the content that was signed, once, and keeps a print of it', async () => {
      const { first: one, store, sql } = bench()
      const submit: FilingWish = { act: 'submit-filing', content: null }
      await answer(one, [...figures, ...texts])
      expect(await act(one, sign)).toMatchObject({ type: 'done', state: 'draft' })
      await answer(one, [put('requests.received.natural', entry(0, 'again'), entry(0))])
      expect(await act(one, submit)).toMatchObject({
        refusal: { why: 'unsigned', isVoid: true, changed: ['x'] },
      })
      expect(await act(one, sign)).toMatchObject({ type: 'done' })
      const both = await Promise.all([act(one, submit), act(store(), submit)])
      expect(both.map(({ type }) => type).sort()).toEqual(['done', 'refused'])
      expect(
        await sql.all(
          `SELECT f.state, s.state AS stands, s.submitted_at = s.first_submitted_at AS first,
              (SELECT count(*) FROM snapshot AS p WHERE p.content = f.content AND p.why = 'submitted') AS prints,
              (SELECT count(*) FROM sign_off) AS signed
            FROM filing AS f JOIN standing AS s ON s.filing = f.id WHERE f.id = ?1`,
          [blank.id],
        ),
      ).toEqual([{ state: 'submitted', stands: 'submitted', first: 1, prints: 1, signed: 2 }])
      const back: FilingWish = { act: 'return-filing', content: 2, note: 'Look again.', mendBy: '2026-01-20' }
      expect(await act(one, { ...back, content: 1 })).toMatchObject({ refusal: { why: 'changed' } })
      expect(await act(one, back)).toMatchObject({ type: 'done', state: 'returned' })
      const told = await sql.all(
        `SELECT chat, about, body FROM outbox WHERE body GLOB '*Look again.*' ORDER BY chat`,
      )
      expect(told).toMatchObject([ann, bob].map(({ chat }) => ({ chat, about: `filing/${blank.id}` })))
      expect(await one.handled(blank.id)).toMatchObject({
        ...{
          state: 'returned',
          returnedTimes: 1,
          mendBy: '2026-01-20',
          notes: [{ kind: 'return', body: 'Look again.', closedAt: null }],
        },
      })
    })

    test('was last touched by its own unit, whatever the office did since', async () => {
      const { first: one, sql } = bench()
      const touched = async () =>
        (await sql.all('SELECT touched_at AS at FROM standing WHERE filing = ?1', [blank.id]))[0]?.at
      await answer(one, [...figures, ...texts])
      const before = await touched()
      expect(before).toEqual(expect.any(Number))
      const later = now + day
      expect((await act(one, sign, { type: 'shell', at: later })).type).toBe('done')
      const submit: FilingWish = { act: 'submit-filing', content: null, isOnBehalf: true }
      expect((await act(one, submit, { type: 'shell', at: later })).type).toBe('done')
      expect(await touched()).toBe(before)
      const own: Caller = { type: 'person', account: ann.account, channel: 'telegram', at: later }
      expect((await act(one, { act: 'withdraw-filing', content: null }, own)).type).toBe('done')
      expect(await touched()).toBe(later)
    })

    test('has the keyed hash of each sign-off in its chain, with which another name, another day or a missing row disagrees', async () => {
      const { first: one, sql } = bench()
      await answer(one, [...figures, ...texts])
      await act(one, sign)
      const scope = `filing/${blank.id}`
      const [line] = await sql.all("SELECT n FROM audit WHERE about GLOB 'sign-off/*'")
      const found = async () =>
        (await verifyAudit({ audits: one, seal })).filter(({ type }) => type.startsWith('sign-off'))
      const change = (text: string) => sql.batch([{ sql: text }])
      expect(await found()).toEqual([])
      for (const [column, other, own] of [
        ['who', 'Wang', 'Zhou'],
        ['capacity', 'head', 'leader-in-charge'],
        ['way', 'oa', 'paper'],
        ['signed_on', '2026-01-13', '2026-01-12'],
        ['number', '7', null],
        ['under_authority', 1, 0],
      ] as const) {
        await sql.batch([{ sql: `UPDATE sign_off SET ${column} = ?1`, params: [other] }])
        expect(await found(), column).toEqual([{ type: 'sign-off-changed', scope, n: line?.n }])
        await sql.batch([{ sql: `UPDATE sign_off SET ${column} = ?1`, params: [own] }])
      }
      await change("UPDATE sign_off SET id = 'other'")
      expect(await found()).toEqual([
        { type: 'sign-off-changed', scope, n: line?.n },
        { type: 'sign-off-unsealed', scope },
      ])
      await change('DELETE FROM sign_off')
      expect(await found()).toEqual([{ type: 'sign-off-changed', scope, n: line?.n }])
      expect(JSON.stringify(await sql.all('SELECT * FROM audit'))).not.toContain('Zhou')
    })
  })
}
