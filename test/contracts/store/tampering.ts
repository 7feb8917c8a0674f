// Whoever holds the file can break the audit; every break is found, and the chain is named.

import { describe, expect, test } from 'vitest'
import { auditLines, changeActs, createSeal } from '../../../src/app/audit.ts'
import type { Replacement } from '../../../src/app/ports/commit.ts'
import { makeInvitation } from '../../../src/app/registry/make-invitation.ts'
import { removeUnits } from '../../../src/app/registry/remove-units.ts'
import { takeHead, verifyAudit } from '../../../src/app/verify-audit.ts'
import { filingId } from '../../../src/engine/filing.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { realEnvironment } from '../../../src/main/environment.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { ann, blank, changed, day, entry, heard, now, put, seatOf, unit } from './world.ts'

const seal = createSeal('a key of sixteen signs')
const environment = { ...realEnvironment('Asia/Shanghai'), sleep: async () => {} }
const scope = `filing/${blank.id}` as const
const who = { by: ann.person, at: now, channel: 'telegram' }
const shell = { type: 'shell', at: now } as const
const allOf = async (store: Bench['first']) => ({
  units: (await store.units()).map(({ id }) => id),
  withReports: true,
})

const reading = ({ first }: Pick<Bench, 'first'>, by = seal) => ({ audits: first, seal: by })
const found = (bench: Pick<Bench, 'first'>, told: readonly string[] = []) => verifyAudit(reading(bench), told)

/** Three sealed acts of Ann's. */
const act = async ({ first }: Bench) => {
  for (const n of [1, 2, 3]) {
    const seat = await seatOf(first)
    const share = changed(seat, [put('a', entry(n), seat.filing.entries.get('a' as never))])
    const acts = await changeActs(seal, share.changes)
    const { head, lines } = await auditLines(seal, scope, seat.auditHead, acts, { ...who, at: now + n })
    await first.commit(heard({ filings: [{ ...share, auditHead: head, audit: lines }] }))
  }
}

const run = async (sql: Sql, ...texts: readonly string[]) => {
  for (const text of texts) await sql.batch([{ sql: text }])
}
const line = (
  n: number,
  word = 'INSERT',
) => `${word} INTO audit (scope, n, at, "by", channel, what, about, hash)
  VALUES ('${scope}', ${n}, ${now}, 'eve', 'x', 'set', 'a', 'forged')`
const refusals = ['audit_is_not_changed', 'audit_is_not_deleted', 'audit_goes_on']
const undoing = refusals.map(name => `DROP TRIGGER ${name}`)
const unguarded = refusals.map(refusal => ({ type: 'unguarded', refusal }))

export const tampering = (bench: () => Bench): void => {
  describe('the audit', () => {
    test('is whole after answers, invitations, lines with an earlier clock, and an erased unit', async () => {
      const { first } = bench()
      await act(bench())
      const { digest } = await takeHead(reading(bench()), now + day)
      const recorder = { ...reading(bench()), registry: first, ...environment }
      const place = {
        unit: unit.id,
        role: 'filler',
        form: disclosure2021,
        year: 2026,
        expiresAt: now + day,
      } as const
      await makeInvitation(recorder, shell, place)
      await makeInvitation(recorder, shell, place)
      expect(await found(bench(), [digest.slice(0, 16)])).toEqual([])
      await removeUnits(recorder, shell, await allOf(first))
      expect(await first.units()).toEqual([])
      expect(await found(bench(), [digest])).toEqual([])
      const chains = await first.ends()
      expect(chains.map(end => `${end.scope.split('/')[0]} ${end.n}`).sort()).toEqual([
        'filing 1',
        'filing 3',
        'root 1',
        `unit 2`,
      ])
    })

    test('keeps one digest while nothing is done', async () => {
      const { first } = bench()
      await act(bench())
      const head = await takeHead(reading(bench()), now)
      expect(await takeHead(reading(bench()), now + day)).toEqual(head)
      await act(bench())
      expect((await takeHead(reading(bench()), now)).digest).not.toBe(head.digest)
      expect((await first.heads()).map(({ at }) => at)).toEqual([now, now + 1])
    })

    test.each([
      ['changed', `UPDATE audit SET new = '9' WHERE n = 2`],
      ['deleted', 'DELETE FROM audit WHERE n = 2'],
      ['replaced', line(2, 'INSERT OR REPLACE')],
      ['put in again', line(2)],
    ])('refuses that a line is %s', async (_, text) => {
      const { sql } = bench()
      await act(bench())
      await expect(run(sql, text)).rejects.toMatchObject({ code: 1004 })
      expect(await found(bench())).toEqual([])
    })

    test.each([
      `UPDATE heads SET digest = 'forged'`,
      'DELETE FROM heads',
      `INSERT OR REPLACE INTO heads SELECT at, 'forged', count, ends FROM heads`,
    ])('refuses %s', async text => {
      const { sql } = bench()
      await act(bench())
      const { digest } = await takeHead(reading(bench()), now)
      await expect(run(sql, text)).rejects.toMatchObject({ code: 1004 })
      expect(await found(bench(), [digest])).toEqual([])
    })

    test.each<readonly [string, readonly string[], object]>([
      ['a line is put behind the last one', [line(4)], { type: 'broken', scope, n: 4 }],
      [
        'a line is changed',
        [...undoing, `UPDATE audit SET new = '9' WHERE n = 2`],
        { type: 'broken', scope, n: 2 },
      ],
      ['a line is deleted', [...undoing, 'DELETE FROM audit WHERE n = 2'], { type: 'broken', scope, n: 3 }],
      ['a line is replaced', [...undoing, line(2, 'REPLACE')], { type: 'broken', scope, n: 2 }],
      ['its end is cut', [...undoing, 'DELETE FROM audit WHERE n = 3'], { type: 'broken', scope, n: 3 }],
      ['the whole chain is gone', [...undoing, 'DELETE FROM audit'], { type: 'gone', scope }],
      ['its head is put back', [`UPDATE filing SET audit_head = '2:x'`], { type: 'broken', scope, n: 4 }],
    ])('is found to be broken, by name and number, when %s', async (_, texts, finding) => {
      const { sql } = bench()
      await act(bench())
      await run(sql, ...texts)
      expect(await found(bench())).toEqual([...(texts.includes(undoing[0] ?? '') ? sorted() : []), finding])
    })

    test('is found to lack a refusal that was dropped, though every line stands', async () => {
      const { sql } = bench()
      await act(bench())
      await run(sql, 'DROP TRIGGER audit_is_not_changed')
      expect(await found(bench())).toEqual([{ type: 'unguarded', refusal: 'audit_is_not_changed' }])
    })

    test.each([
      [
        'an end was cut',
        `DELETE FROM audit WHERE n = 3`,
        `UPDATE filing SET audit_head = '2:' || (SELECT hash FROM audit WHERE n = 2)`,
        { type: 'broken', scope, n: 3 },
      ],
      [
        'a chain was taken away',
        'DELETE FROM audit',
        `UPDATE filing SET audit_head = ''`,
        { type: 'gone', scope },
      ],
    ])('is found by a digest when %s together with its head', async (_, cut, forged, finding) => {
      const { sql } = bench()
      await act(bench())
      const { digest } = await takeHead(reading(bench()), now)
      await run(sql, ...undoing, cut, forged)
      expect(await found(bench())).toEqual([...sorted(), finding])
      await run(sql, 'DROP TRIGGER heads_are_not_deleted', 'DELETE FROM heads')
      expect(await found(bench(), [digest])).toContainEqual({ type: 'unknown-head', digest })
    })

    test('is found when a digest was forged to fit', async () => {
      const { sql } = bench()
      await act(bench())
      const { at } = await takeHead(reading(bench()), now)
      await run(sql, 'DROP TRIGGER heads_are_not_changed', `UPDATE heads SET ends = '[]', count = 0`)
      expect(await found(bench())).toContainEqual({ type: 'forged-head', at })
    })

    test.each([
      ['its end is cut', `DELETE FROM audit WHERE scope = '${scope}' AND n = 3`, 'broken'],
      ['all of it is gone', `DELETE FROM audit WHERE scope = '${scope}'`, 'gone'],
    ])('is found by the line of an erasure when %s behind the unit', async (_, cut, type) => {
      const { first, sql } = bench()
      await act(bench())
      const recorder = { ...reading(bench()), registry: first, ...environment }
      await removeUnits(recorder, shell, await allOf(first))
      await run(sql, ...undoing, cut)
      expect(await found(bench())).toContainEqual(expect.objectContaining({ type, scope }))
    })

    test('is broken from its first line for another key, and from where it was written into another filing', async () => {
      const { first, sql } = bench()
      await act(bench())
      const otherKey = reading(bench(), createSeal('another key of ours'))
      expect(await verifyAudit(otherKey)).toContainEqual({ type: 'broken', scope, n: 1 })
      const other = filingId('f-other')
      await seeding(first).openFiling({ ...blank, id: other, year: 2031 })
      await run(
        sql,
        `INSERT INTO audit SELECT 'filing/${other}', n, at, "by", channel, what, about, old, new, hash FROM audit
          WHERE scope = '${scope}' ORDER BY n`,
      )
      expect(await found(bench())).toContainEqual({ type: 'broken', scope: `filing/${other}`, n: 1 })
    })
  })

  describe('lines of the audit', () => {
    test('of a unit and of the root are refused with the act when another came first', async () => {
      const { first } = bench()
      const lines = async (expected: string) => {
        const act = { what: 'unit-added', about: 'unit/x', old: null, new: null } as const
        const line = {
          scope: 'root',
          expected,
          ...(await auditLines(seal, 'root', expected, [act], who)),
        } as const
        return { chains: [line], rights: { members: [], above: [] } } as const
      }
      expect(await first.renameUnit(unit.id, 'Renamed', await lines('7:other'))).toBe(false)
      expect((await first.units())[0]?.name).toBe(unit.name)
      expect(await first.renameUnit(unit.id, 'Renamed', await lines(''))).toBe(true)
      expect((await first.units())[0]?.name).toBe('Renamed')
      expect(await first.headsOf(['root', scope, `unit/${unit.id}`])).toEqual([
        expect.stringMatching(/^1:/),
        '',
        '',
      ])
    })

    test('of a report from outside stand with it, and go on when it is replaced', async () => {
      const { first } = bench()
      const read = { ...blank, id: filingId('f-2024'), year: 2024 }
      const place = async (head: string, expected: number | null): Promise<Replacement> => {
        const act = { what: 'report-imported', about: 'filing/f-2024', old: null, new: null } as const
        return { filing: read, expected, chain: await auditLines(seal, 'filing/f-2024', head, [act], who) }
      }
      const one = await place('', null)
      expect(await first.importFiling(one.filing, null, one.chain)).toBe(true)
      const [head = ''] = await first.headsOf(['filing/f-2024'])
      const stands = await first.filingOf(unit.id, blank.obligation, 2024)
      const two = await place(head, stands?.version ?? 0)
      expect(await first.importFiling(two.filing, two.expected, two.chain)).toBe(true)
      expect(await first.importFiling(two.filing, two.expected, two.chain)).toBe(false)
      expect((await first.lines('filing/f-2024', 0, 9)).map(({ n }) => n)).toEqual([1, 2])
      expect(await found(bench())).toEqual([])
    })
  })
}

/** As they are listed. */
const sorted = () => [...unguarded].sort((a, b) => order.indexOf(a.refusal) - order.indexOf(b.refusal))
const order = ['audit_goes_on', 'audit_is_not_changed', 'audit_is_not_deleted']
