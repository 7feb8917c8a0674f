// What a document holds stands in the tables after one statement.

import { describe, expect, test } from 'vitest'
import type { CommitDocument } from '../../../src/storage/round.ts'
import type { OpenSchema } from '../schema.ts'
import { answer, day, heard, now, run, take, verdicts, worldOf } from './world.ts'

export const spread = (open: OpenSchema): void => {
  describe('a document', () => {
    test('stands in every table it has rows for, and raises version and content', async () => {
      const sql = await worldOf(open)
      expect(await verdicts(sql, answer({ keys: ['a', 'b'], value: 5 }))).toEqual(['done'])
      expect(await sql.all('SELECT key, value, source FROM cell')).toEqual([
        { key: 'a', value: '5', source: 'typed' },
        { key: 'b', value: '5', source: 'typed' },
      ])
      expect(await sql.all(`SELECT version, content, audit_head FROM filing WHERE id = 'f1'`)).toEqual([
        { version: 1, content: 1, audit_head: '2:hash' },
      ])
      expect(await sql.all('SELECT filing, unit, state, open, next, content FROM standing')).toEqual([
        { filing: 'f1', unit: 'u1', state: 'draft', open: 7, next: 'b', content: 1 },
      ])
      expect(await sql.all('SELECT person, chat, version, about, focus FROM position')).toEqual([
        { person: 'ann', chat: 'telegram:1', version: 1, about: 'filing/f1', focus: '{"at":"b"}' },
      ])
      expect(await sql.all('SELECT shown, choices FROM card')).toEqual([
        { shown: '{}', choices: '[{"label":"go on"}]' },
      ])
      expect(await sql.all('SELECT scope, n, about, new FROM audit')).toEqual([
        { scope: 'filing/f1', n: 1, about: 'a', new: '5' },
        { scope: 'filing/f1', n: 2, about: 'b', new: '5' },
      ])
    })

    test('raises no content when nobody asks it to, and no version of a filing when somebody only looks', async () => {
      const sql = await worldOf(open)
      const { filings, cells, audit, standings, ...look } = answer()
      const touched: CommitDocument = {
        ...look,
        filings: [['f1', 0, 'draft', 'submitted', 'disclosure-2021', 1, 0, '']],
      }
      expect(await verdicts(sql, touched)).toEqual(['done'])
      const { incoming, positions } = answer({ version: 1 }) as Required<CommitDocument>
      expect(await verdicts(sql, { now, incoming, positions })).toEqual(['done'])
      expect(await sql.all(`SELECT state, version, content FROM filing WHERE id = 'f1'`)).toEqual([
        { state: 'submitted', version: 1, content: 0 },
      ])
      expect(await sql.all('SELECT version FROM position')).toEqual([{ version: 2 }])
    })

    test('keeps blanks, money, long texts and any sign as they were written', async () => {
      const sql = await worldOf(open)
      const body = `“引号” \\ " ' \u0001 😀 年${'报'.repeat(20_000)}`
      const values = [null, 0, { fen: 5923724490000, unit: 'wan-yuan' }, { open: ['a', 'b'] }]
      const document: CommitDocument = {
        ...answer(),
        cells: values.map((value, i) => ['f1', `k${i}`, value, '（其中修订16件）', 'typed', 'ann', now, 'm']),
        texts: [{ cells: ['f1', 't', 0, 1, 'ann', now, null], words: [body] }],
      }
      await take(sql, document)
      const stored = await sql.all('SELECT value FROM cell ORDER BY key')
      expect(stored.map(({ value }) => JSON.parse(String(value)))).toEqual(values)
      expect(await sql.all('SELECT body, bound FROM text')).toEqual([{ body, bound: 1 }])
    })

    test('numbers its messages within their chat without a gap, and hands over those that wait for nothing', async () => {
      const sql = await worldOf(open)
      const first = await take(sql, answer())
      expect(first[0]?.mail.length).toBe(2)
      const second = await take(sql, answer({ version: 1 }))
      expect(second).toEqual([{ verdict: 'done', mail: [] }])
      expect((await sql.all('SELECT seq FROM outbox ORDER BY seq')).map(({ seq }) => seq)).toEqual([
        1, 2, 3, 4,
      ])
    })

    test('marks what was sent before new mail asks whether its chat is free, and an edit knows the message', async () => {
      const sql = await worldOf(open)
      const [sent] = await take(sql, answer())
      const marks = (sent?.mail ?? []).map(({ id }) => [id, 'sent', `m-${id}`])
      const ids = marks.map(([id]) => String(id))
      const next = answer({ version: 1 })
      const edit: CommitDocument = {
        ...next,
        outbox: [
          { cells: ['edit', 'telegram:1', 1, null, 'said', ids[0] ?? '', 0, now, 0, now + 1], words: ['{}'] },
        ],
      }
      const taken = await take(sql, { now, marks, holds: [['telegram:1', null]] }, edit)
      expect(taken[1]?.mail).toEqual([{ id: 'edit', editsMessage: `m-${ids[0]}` }])
    })

    test('hands over nothing to a chat that cannot be reached, until somebody writes there', async () => {
      const sql = await worldOf(open)
      await run(sql, `INSERT INTO unreachable (chat, at) VALUES ('telegram:1', ${now})`)
      const from = (chat: string, version: number) => ({
        ...answer({ version }),
        incoming: heard(undefined, chat),
      })
      expect((await take(sql, from('web:x', 0)))[0]?.mail).toEqual([])
      await run(sql, 'DELETE FROM outbox')
      expect((await take(sql, from('telegram:1', 1)))[0]?.mail.length).toBe(2)
    })

    test('makes a filing with its standing, and takes the place of what another report held', async () => {
      const sql = await worldOf(open)
      await take(sql, answer({ keys: ['a', 'b'] }))
      const made: CommitDocument = {
        now,
        incoming: heard(),
        made: [['f0', 'u1', 'disclosure', 2024, 'disclosure-2021', 1, 0, '', null]],
        cells: [['f0', 'a', 9, null, 'imported', 'ann', now, null]],
      }
      expect(await verdicts(sql, made, { ...made, incoming: heard() })).toEqual(['done', 'lost'])
      expect(await sql.all(`SELECT unit, state FROM standing WHERE filing = 'f0'`)).toEqual([
        { unit: 'u1', state: 'draft' },
      ])
      expect(await sql.all(`SELECT version, content FROM filing WHERE id = 'f1'`)).toEqual([
        { version: 2, content: 1 },
      ])
      const replaced: CommitDocument = {
        ...answer({ version: 2, keys: [] }),
        positions: [],
        emptied: ['f1'],
        cells: [['f1', 'c', 3, null, 'imported', 'ann', now, null]],
      }
      expect(await verdicts(sql, replaced)).toEqual(['done'])
      expect(await sql.all(`SELECT key FROM cell WHERE filing = 'f1'`)).toEqual([{ key: 'c' }])
    })

    test('changes only those marks of a standing that it names', async () => {
      const sql = await worldOf(open)
      const stood = (version: number, marks: object) =>
        ({ ...answer({ version }), stood: [{ filing: 'f1', ...marks }] }) as unknown as CommitDocument
      await take(
        sql,
        stood(0, { promised_on: '2026-01-15', submitted_at: 5, first_submitted_at: 5, returned_times: 1 }),
      )
      await take(sql, stood(1, { promised_on: null, first_submitted_at: 9 }))
      expect(
        await sql.all(
          'SELECT promised_on, submitted_at, first_submitted_at, returned_times, open FROM standing',
        ),
      ).toEqual([{ promised_on: null, submitted_at: 5, first_submitted_at: 5, returned_times: 1, open: 7 }])
    })

    test('keeps a submitted print as it was, and a printed one as it was last', async () => {
      const sql = await worldOf(open)
      const print = (version: number, why: string, outline: string): CommitDocument => ({
        ...answer({ version }),
        filings: [['f1', version, 'draft', 'draft', 'disclosure-2021', 1, 0, '']],
        snapshots: [{ cells: ['f1', why, now, 'ann'], words: ['{}', outline] }],
      })
      await take(
        sql,
        print(0, 'printed', 'a'),
        print(1, 'submitted', 'b'),
        print(2, 'printed', 'c'),
        print(3, 'submitted', 'd'),
      )
      expect(await sql.all('SELECT content, why, outline FROM snapshot ORDER BY why')).toEqual([
        { content: 0, why: 'printed', outline: 'c' },
        { content: 0, why: 'submitted', outline: 'b' },
      ])
    })

    test('ends a job and sets its next instant, once', async () => {
      const sql = await worldOf(open)
      await run(sql, `INSERT INTO due (job, key, at) VALUES ('sweep', '', ${now})`)
      const tick = (): CommitDocument => ({
        now,
        incoming: [['clock', `sweep//${now}`, now, null, `try-${Math.random()}`]],
        duesDone: [['sweep', '', now, now + 1]],
        dues: [['sweep', '', now + day]],
      })
      expect(await verdicts(sql, tick(), tick())).toEqual(['done', 'repeat'])
      expect(await sql.all('SELECT at, done_at FROM due')).toEqual([{ at: now + day, done_at: null }])
    })
  })
}
