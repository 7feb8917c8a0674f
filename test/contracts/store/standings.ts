// A standing is as the pure function says it: after answers, an import and a reason at once, and of whatever else is
// behind as soon as the clock has judged it anew.

import { describe, expect, test } from 'vitest'
import { createTick } from '../../../src/app/clock/tick.ts'
import { createReceive } from '../../../src/app/conversation/receive.ts'
import type { Environment } from '../../../src/app/ports/environment.ts'
import { standingOf } from '../../../src/district/standing.ts'
import type { Event } from '../../../src/engine/event.ts'
import { filingId, unitId } from '../../../src/engine/filing.ts'
import { cellKey, gateKey, textKey } from '../../../src/engine/form.ts'
import { createReview } from '../../../src/engine/review.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { createWords } from '../../../src/i18n/words.ts'
import { jobs } from '../../../src/jobs/jobs.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import type { Store } from '../../../src/storage/store.ts'
import { jobContext } from '../../app/clock/job-context.ts'
import { portsOf } from '../../app/ports-of.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { ann, blank, changed, entry, fresh, heard, now, put, seatOf, unit } from './world.ts'

const form = disclosure2021
const made = cellKey('disclosure.regulations.made')
const minute = 60_000
const newYear = Date.parse('2025-12-31T16:00Z')

const columns = `s.state, s.open, s.missing, s.errors, s.explained, s.zero, s.next, s.judged_with AS judgedWith`
const rows = (sql: Sql, what = columns) =>
  sql.all(`SELECT ${what} FROM standing AS s JOIN filing AS f ON f.id = s.filing ORDER BY f.id`)

/** As the pure function says it, of the filing as it stands. */
const said = async (store: Store, yearEnd: number | null = newYear) => {
  const { filing, ground } = await seatOf(store)
  const known = { unit, previous: null, yearEnd }
  const standing = standingOf(form, filing, known, createReview()(form, filing, known), ground.state)
  return { ...standing, zero: Number(standing.zero) }
}

/** A process whose clock judges; resolves once it has ticked. */
const clockOver = (store: Store) => {
  const tick = createTick({ ...jobContext(store), jobs: { judge: jobs.judge } })
  return async (at: number) => expect(await tick(at)).toEqual([])
}

/** Ann's acts, each as a tap on a card of hers. */
const actsOver = (store: Store, at = now) => {
  const context = jobContext(store)
  const environment: Environment = {
    ...{ ...context.environment, now: () => at, chance: () => 0, sleep: async () => {} },
    id: () => fresh('id').padStart(16, '0'),
  }
  const words = createWords('zh-CN')
  const readDocument = () => Promise.reject(new Error('no document'))
  const receive = createReceive({ ...context, ...portsOf(store), environment, words, readDocument })
  return async (event: Event): Promise<void> => {
    const { filing } = await seatOf(store)
    const id = fresh('card')
    const card = { ...{ id, ...ann, filing: filing.id, shown: {}, at }, choices: [{ event, label: 'go' }] }
    await store.commit(heard({ card }))
    const { account: person, chat } = ann
    const tap = { type: 'choice', card: id, number: 0 } as const
    await receive({
      id: fresh('tap'),
      channel: 'telegram',
      chat,
      person,
      name: '安',
      at,
      input: tap,
      message: null,
    })
  }
}

const opened: Event = { type: 'open', gate: gateKey('disclosure.?'), branches: ['regulations'] }
const one: Event = { type: 'set', values: [[made, 1]], source: 'typed' }
const draft = {
  ...{ form: form.id, unit: '', year: null, unread: [] },
  figures: [[cellKey('requests.received.natural'), 4, null]] as const,
  texts: [[textKey('other'), '无。']] as const,
}

export const standings = (bench: () => Bench): void => {
  describe('a standing', () => {
    test('is true after answers, an import and a reason', async () => {
      const { first, sql } = bench()
      const act = actsOver(first)
      const explain: Event = { type: 'explain', finding: `T203:${made}`, body: '市政府授权发布。' }
      const events: readonly Event[] = [opened, one, { type: 'imported', draft, sure: true }, explain]
      const seen: unknown[] = []
      for (const event of events) {
        await act(event)
        const [row] = await rows(sql)
        expect(row).toEqual(await said(first))
        seen.push([row?.missing, row?.errors, row?.explained])
      }
      expect(seen).toEqual([
        [162, 0, 0],
        [161, 1, 0],
        [159, 1, 0],
        [159, 0, 1],
      ])
      expect(await rows(sql, 's.touched_at AS at, s.version = f.version AS isOf')).toEqual([
        { at: now, isOf: 1 },
      ])
    })
  })

  describe('a standing that is behind', () => {
    const answered = async (store: Store, value = 3) => {
      const seat = await seatOf(store)
      const from = seat.filing.entries.get(made)
      return store.commit(heard({ filings: [changed(seat, [put(made, entry(value), from)])] }))
    }

    test('is judged anew by the clock, which touches nothing else', async () => {
      const { first, sql } = bench()
      const tick = clockOver(first)
      await tick(now)
      await answered(first)
      expect(await rows(sql)).toMatchObject([{ open: 7, judgedWith: 'r1' }])
      await tick(now + 5 * minute)
      expect(await rows(sql)).toEqual([await said(first)])
      expect(await rows(sql, 's.touched_at AS at, f.version')).toEqual([{ at: now, version: 1 }])
      expect(await sql.all('SELECT count(*) AS lines FROM audit')).toEqual([{ lines: 1 }])
    })

    test('of a unit whose level or powers change, or whose last year comes in, is behind again', async () => {
      const { first, sql } = bench()
      const tick = clockOver(first)
      await actsOver(first)(opened)
      await tick(now)
      const isBehind = () => rows(sql, `s.version <> f.version OR s.judged_with = '' AS isBehind`)
      await sql.batch([{ sql: `UPDATE unit SET level = 'county'` }])
      expect(await isBehind()).toEqual([{ isBehind: 1 }])
      await tick(now + 5 * minute)
      expect(await isBehind()).toEqual([{ isBehind: 0 }])
      await first.importFiling({ ...blank, id: filingId('f0'), year: 2024 }, null)
      expect(await isBehind()).toEqual([{ isBehind: 1 }, { isBehind: 1 }])
      await tick(now + 10 * minute)
      expect(await isBehind()).toEqual([{ isBehind: 0 }, { isBehind: 0 }])
    })

    test('is judged anew when its year has ended', async () => {
      const { first, sql } = bench()
      const tick = clockOver(first)
      await actsOver(first, newYear - 1)(opened)
      await tick(newYear - 1)
      expect(await rows(sql)).toEqual([await said(first, null)])
      await tick(newYear + 5 * minute)
      expect(await rows(sql)).toEqual([await said(first)])
    })

    test('gives way to an answer that comes meanwhile', async () => {
      const { first, store, sql } = bench()
      await answered(first)
      let meanwhile: () => Promise<unknown> = async () => {}
      const behind: Store['behind'] = async (wanted, most) => {
        const found = await first.behind(wanted, most)
        await meanwhile()
        return found
      }
      const tick = clockOver({ ...first, behind })
      await tick(now)
      meanwhile = () => answered(store(), 8)
      await tick(now + 5 * minute)
      expect(await rows(sql, 's.judged_with AS by, f.version')).toEqual([{ by: 'r1', version: 2 }])
      meanwhile = async () => {}
      await tick(now + 5 * minute + 1)
      expect(await rows(sql)).toEqual([await said(store())])
    })

    test('is one of many: twenty a turn, the next at once, and not what was handed in', async () => {
      const { first, sql } = bench()
      const tick = clockOver(first)
      await tick(now)
      for (let n = 10; n < 33; n += 1) {
        const id = unitId(`u${n}`)
        await seeding(first).addUnit({ ...unit, id, name: `Unit ${n}` })
        await seeding(first).openFiling({ ...blank, id: filingId(`f${n}`), unit: id })
      }
      await sql.batch([{ sql: `UPDATE filing SET state = 'submitted' WHERE id = 'f32'` }])
      const left = async () => (await rows(sql, 'f.id')).length - (await judged())
      const judged = async () => (await sql.all(`SELECT 1 FROM standing WHERE judged_with <> ''`)).length
      const after: number[] = []
      for (const ms of [0, 1, 2, 1_000]) {
        await tick(now + 5 * minute + ms)
        after.push(await left())
      }
      expect(after).toEqual([4, 1, 1, 1])
      expect(await sql.all(`SELECT count(*) AS n FROM incoming WHERE channel = 'clock'`)).toEqual([{ n: 2 }])
    })
  })
}
