// What is stored comes back as it was, from a store that has nothing in memory.

import { describe, expect, test } from 'vitest'
import { messageRef, type Value } from '../../../src/engine/filing.ts'
import { type Focus, startFocus } from '../../../src/engine/focus.ts'
import { cellKey, formId, textKey } from '../../../src/engine/form.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import {
  ann,
  blank,
  bob,
  changed,
  entry,
  everything,
  fresh,
  heard,
  now,
  part,
  put,
  seatOf,
  settled,
  standing,
  unit,
  write,
} from './world.ts'

export const content = (bench: () => Bench): void => {
  describe('content', () => {
    test('seats nobody for an unknown account', async () => {
      expect(await bench().first.loadSeat('telegram:unknown', ann.chat)).toBeNull()
    })

    test('seats a new person at the start of the filing they were invited to', async () => {
      const seat = await seatOf(bench().store())
      expect(seat).toEqual({
        person: { id: ann.person, name: ann.person },
        unit,
        ground: {
          members: [{ id: expect.any(String), unit: unit.id, role: 'filler', sections: null }],
          ...{ unit: unit.id, above: [], state: 'draft' },
        },
        filing: blank,
        content: 0,
        isUntouched: true,
        previous: null,
        auditHead: '',
        placeVersion: 1,
        focus: startFocus,
        card: null,
        asked: null,
        awaits: null,
      })
    })

    const values: readonly (readonly [string, Value])[] = [
      ['a zero', 0],
      ['a count', 198],
      ['a negative number', -3],
      ['the largest whole number', Number.MAX_SAFE_INTEGER],
      ['an amount in yuan', { fen: 1, unit: 'yuan' }],
      ['an amount of 59237.2449 wan yuan', { fen: 59_237_244_900, unit: 'wan-yuan' }],
      ['an amount in yi yuan', { fen: Number.MAX_SAFE_INTEGER, unit: 'yi-yuan' }],
      ['a gate with two branches', { open: ['natural', 'legal'] }],
      ['a closed gate', { open: [] }],
      ['a printed blank', null],
    ]
    test.each(values)('keeps %s', async (_, value) => {
      const { first, store } = bench()
      const all = entry(value, 'note "quoted", \u5176\u4e2d\u4fee\u8ba2')
      await first.commit(heard({ filings: [changed(await seatOf(first), [put('some.cell', all)])] }))
      expect((await seatOf(store())).filing.entries.get(cellKey('some.cell'))).toEqual(all)
    })

    test('keeps the entries of keys that no form knows, whatever else is written', async () => {
      const { first, store, sql } = bench()
      await sql.batch([
        {
          sql: `INSERT INTO cell (filing, key, value, source, "by", at) VALUES ('f1', 'gone.long.ago', '5', 'typed', 'p', 1)`,
        },
      ])
      await first.commit(heard({ filings: [changed(await seatOf(store()), [put('a', entry(1))])] }))
      const { entries } = (await seatOf(store())).filing
      expect([...entries.keys()].sort()).toEqual(['a', 'gone.long.ago'])
    })

    test('takes an entry away, and a text', async () => {
      const { first, store } = bench()
      await first.commit(
        heard({
          filings: [
            changed(await seatOf(first), [
              put('a', entry(1)),
              put('b', entry(2)),
              write('t', [part('x'), part('y')]),
            ]),
          ],
        }),
      )
      await first.commit(
        heard({ filings: [changed(await seatOf(first), [put('a', undefined), write('t', undefined)])] }),
      )
      const { filing } = await seatOf(store())
      expect([...filing.entries.keys()]).toEqual(['b'])
      expect(filing.texts.size).toBe(0)
    })

    test('keeps a text of several parts in order, and changes only the part that changed', async () => {
      const { first, store, sql } = bench()
      const parts = Array.from({ length: 12 }, (_, n) => ({ ...part(`part ${n}`), at: now + n }))
      await first.commit(heard({ filings: [changed(await seatOf(first), [write('overview', parts)])] }))
      await sql.batch([{ sql: `UPDATE text SET body = 'untouched' WHERE part = 3` }])
      const edited = parts.with(10, part('edited')).slice(0, 11)
      await first.commit(heard({ filings: [changed(await seatOf(first), [write('overview', edited)])] }))
      const texts = (await seatOf(store())).filing.texts.get(textKey('overview'))
      expect(texts?.map(p => p.body)).toEqual(edited.map((p, n) => (n === 3 ? 'untouched' : p.body)))
    })

    test('keeps a text that was left out on purpose', async () => {
      const { first, store } = bench()
      await first.commit(heard({ filings: [changed(await seatOf(first), [write('other', [part('')])])] }))
      expect((await seatOf(store())).filing.texts.get(textKey('other'))).toEqual([part('')])
    })

    test('keeps which part of a text was drafted from the figures, and that it no longer is', async () => {
      const { first, store } = bench()
      const bound = { ...part('{a.b.c}'), bound: true } as const
      await first.commit(heard({ filings: [changed(await seatOf(first), [write('t', [part('x'), bound])])] }))
      const seat = await seatOf(store())
      expect(seat.filing.texts.get(textKey('t'))).toEqual([part('x'), bound])
      await first.commit(heard({ filings: [changed(seat, [write('t', [part('x'), part('{a.b.c}')])])] }))
      expect((await seatOf(store())).filing.texts.get(textKey('t'))).toEqual([part('x'), part('{a.b.c}')])
    })

    test('keeps a text of 20,000 characters to the last one', async () => {
      const { first, store } = bench()
      const long = [part(`${'\u5e74\u62a5"\\\n\ud83d\ude00'.repeat(3000).slice(0, 19_999)}.`)]
      await first.commit(heard({ filings: [changed(await seatOf(first), [write('overview', long)])] }))
      expect((await seatOf(store())).filing.texts.get(textKey('overview'))).toEqual(long)
    })

    test('keeps a text with control characters', async () => {
      const { first, store } = bench()
      const odd = [part('a\u0000b\u0001\u001f\u2028\ufeffc')]
      await first.commit(heard({ filings: [changed(await seatOf(first), [write('overview', odd)])] }))
      expect((await seatOf(store())).filing.texts.get(textKey('overview'))).toEqual(odd)
    })

    test('gives the same filing from memory as from the database', async () => {
      const { first, store } = bench()
      for (const n of [1, 2, 3]) {
        await first.commit(
          everything(await seatOf(first), ann, [put(`k${n}`, entry(n)), write('t', [part(`${n}`)])]),
        )
      }
      const seat = await seatOf(first)
      expect(seat.filing.version).toBe(3)
      expect(seat).toEqual(await seatOf(store()))
    })

    test('keeps the focus of each chat, its card, and the message that asked once it is sent', async () => {
      const { first, store } = bench()
      const focus: Focus = {
        question: { type: 'cell', cell: cellKey('a.b.c') },
        shown: { 'a.b.c': '[3,null]' },
        after: messageRef('telegram:1:76'),
        trail: [{ type: 'welcome' }],
        undo: [[put('a.b.c', undefined, entry(3))]],
        later: ['overview'],
      }
      const commit = everything(await seatOf(first), ann, [])
      await first.commit({ ...commit, position: commit.position && { ...commit.position, focus } })
      const asked = commit.position?.asked ?? ''
      const seat = await seatOf(store())
      expect([seat.focus, seat.card, seat.asked]).toEqual([
        focus,
        asked,
        { id: asked, message: null, waits: true },
      ])
      await settled(first, ann.chat, [{ id: asked, state: 'sent', message: '77' }])
      expect((await seatOf(store())).asked).toEqual({ id: asked, message: '77', waits: false })
      const elsewhere = await seatOf(store(), { ...ann, chat: 'web:9' })
      expect(elsewhere.focus.question).toEqual({ type: 'welcome' })
    })

    test('gives a card only to its person in its chat', async () => {
      const { first } = bench()
      const commit = everything(await seatOf(first), ann, [])
      await first.commit(commit)
      const id = commit.card?.id ?? ''
      expect(await first.card(id, ann.person, ann.chat)).toEqual(commit.card)
      expect(await first.card(id, ann.person, 'telegram:3')).toBeNull()
      expect(await first.card('0000', ann.person, ann.chat)).toBeNull()
    })

    test('seats a person whose focus cannot be read at the first screen, and the others too', async () => {
      const { first, store, sql } = bench()
      await first.commit(everything(await seatOf(first), ann, []))
      for (const body of ['not json', '{"question":{}}', '[]']) {
        await sql.batch([{ sql: 'UPDATE position SET focus = ?1', params: [body] }])
        expect((await seatOf(store())).focus).toEqual(startFocus)
      }
      expect(await store().loadSeat('telegram:2', 'telegram:2')).not.toBeNull()
    })

    test('keeps the report of each content, as it was printed last', async () => {
      const { first } = bench()
      for (const n of [1, 2]) await first.commit(everything(await seatOf(first), ann, [put('a', entry(n))]))
      const again = everything(await seatOf(first), ann, [])
      const snapshot = { outline: '{"of":"again"}', report: '{}' }
      await first.commit({ ...again, filings: again.filings.map(filing => ({ ...filing, snapshot })) })
      expect(await first.snapshot(blank.id, 1)).toEqual({ outline: '{"of":1}', report: '{}' })
      expect(await first.snapshot(blank.id, 2)).toEqual(snapshot)
      expect(await first.snapshot(blank.id, 3)).toBeNull()
    })

    test('raises the content with a figure or a text, and with nothing else', async () => {
      const { first, store, sql } = bench()
      for (const n of [1, 2, 3]) await first.commit(everything(await seatOf(first), n === 2 ? bob : ann, []))
      await seeding(first).renameUnit(unit.id, 'Renamed')
      await sql.batch([{ sql: `UPDATE filing SET state = 'reviewing', version = version + 1` }])
      expect((await seatOf(store())).content).toBe(0)
      await first.commit(heard({ filings: [changed(await seatOf(store()), [put('a', entry(1))])] }))
      expect((await seatOf(store())).content).toBe(1)
      expect((await seatOf(first)).content).toBe(1)
    })

    test('lists the units with their filings and where they stand', async () => {
      const { first } = bench()
      await seeding(first).addUnit({
        id: 'u0' as typeof unit.id,
        name: 'Unit Nought',
        level: null,
        powers: {},
      })
      const { id, obligation, form, year } = blank
      const filing = { ...{ id, obligation, form, year, version: 0 }, state: 'draft', standing: null }
      const facts = {
        files: true,
        publishes: true,
        counts: true,
        closed: null,
        successor: null,
        formerNames: [],
      }
      const top = { parent: null, isRoot: false, ...facts }
      const other = { ...top, id: 'u0', name: 'Unit Nought', level: null, powers: {}, filings: [] }
      expect(await first.units()).toEqual([{ ...unit, ...top, filings: [filing] }, other])
      await first.commit(everything(await seatOf(first), ann, []))
      expect(await first.units()).toEqual([
        { ...unit, ...top, filings: [{ ...filing, version: 1, standing }] },
        other,
      ])
    })

    test('opens one filing per unit, obligation and year, with what it comes with', async () => {
      const { first, store } = bench()
      const given = {
        ...blank,
        id: fresh('f') as typeof blank.id,
        year: 2026,
        form: formId('disclosure-2021'),
        entries: new Map([[cellKey('a'), entry(4)]]),
        texts: new Map([[textKey('t'), [part('x'), part('y')]]]),
      }
      const ids = await Promise.all([
        seeding(first).openFiling(given),
        seeding(first).openFiling({ ...given, id: fresh('f') as typeof blank.id }),
      ])
      expect(new Set(ids).size).toBe(1)
      expect(await seeding(first).openFiling(blank)).toBe(blank.id)
      await seeding(first).invite('h26', { unit: unit.id, filing: given.id, expiresAt: now + 1 })
      const guest = { person: 'p-guest' as typeof ann.person, account: 'web:5', chat: 'web:5' }
      await first.commit(heard({ enrol: { invitation: 'h26', ...guest, name: 'Guest' } }))
      expect((await seatOf(store(), guest)).filing).toEqual(given)
    })
  })
}
