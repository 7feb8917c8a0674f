// Whoever holds the file can break the audit; every break is found, and the chain is named.

import { describe, expect, test } from 'vitest'
import { auditLines, createSeal } from '../../../src/app/audit.ts'
import { auditHeadAt, verifyAudit } from '../../../src/app/verify-audit.ts'
import { filingId } from '../../../src/engine/filing.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import type { Bench } from '../store.ts'
import { ann, blank, changed, day, entry, heard, now, put, seatOf } from './world.ts'

const seal = createSeal('a key of sixteen signs')
const scope = `filing/${blank.id}`

/** Three sealed acts of Ann's, and the digest that was told outside. */
const kept = async ({ first }: Bench) => {
  for (const n of [1, 2, 3]) {
    const seat = await seatOf(first)
    const share = changed(seat, [put('a', entry(n), seat.filing.entries.get('a' as never))])
    const who = { by: ann.person, at: now + n, channel: 'telegram' }
    const { head, lines } = await auditLines(seal, scope, seat.auditHead, share.changes, who)
    await first.commit(heard({ filings: [{ ...share, auditHead: head, audit: lines }] }))
  }
  return auditHeadAt(first, seal, now + day)
}

const run = async (sql: Sql, ...texts: readonly string[]) => {
  for (const text of texts) await sql.batch([{ sql: text }])
}
const line = (
  n: number,
  word = 'INSERT',
) => `${word} INTO audit (scope, n, at, "by", channel, what, about, hash)
  VALUES ('${scope}', ${n}, ${now}, 'eve', 'x', 'set', 'a', 'forged')`
const undoing = ['audit_is_not_changed', 'audit_is_not_deleted', 'audit_goes_on'].map(
  name => `DROP TRIGGER ${name}`,
)

export const tampering = (bench: () => Bench): void => {
  describe('the audit', () => {
    test('is whole after answers, looks and an erased filing', async () => {
      const { first, sql } = bench()
      const head = await kept(bench())
      await first.saveHead(head)
      expect(await verifyAudit(first, seal, [head])).toEqual([])
      await sql.batch([{ sql: 'DELETE FROM filing WHERE id = ?1', params: [blank.id] }])
      expect(await verifyAudit(first, seal, [head])).toEqual([])
    })

    test.each([
      ['changed', `UPDATE audit SET new = '9' WHERE n = 2`],
      ['deleted', 'DELETE FROM audit WHERE n = 2'],
      ['replaced', line(2, 'INSERT OR REPLACE')],
      ['put in again', line(2)],
    ])('refuses that a line is %s', async (_, text) => {
      const { first, sql } = bench()
      const head = await kept(bench())
      await expect(run(sql, text)).rejects.toMatchObject({ code: 1004 })
      expect(await verifyAudit(first, seal, [head])).toEqual([])
    })

    test.each<readonly [string, readonly string[], number]>([
      ['a line is put behind the last one', [line(4)], 4],
      ['a line is changed', [...undoing, `UPDATE audit SET new = '9' WHERE n = 2`], 2],
      ['a line is deleted', [...undoing, 'DELETE FROM audit WHERE n = 2'], 3],
      ['a line is replaced', [...undoing, line(2, 'REPLACE')], 2],
      ['its end is cut', [...undoing, 'DELETE FROM audit WHERE n = 3'], 3],
      ['the whole chain is gone', [...undoing, 'DELETE FROM audit'], 1],
    ])('is found to be broken, by name and number, when %s', async (_, texts, n) => {
      const { first, sql } = bench()
      await kept(bench())
      await run(sql, ...texts)
      expect(await verifyAudit(first, seal)).toContainEqual({ type: 'broken', scope, n })
    })

    test('is found to lack a refusal that was dropped, though every line stands', async () => {
      const { first, sql } = bench()
      await kept(bench())
      await run(sql, 'DROP TRIGGER audit_is_not_changed')
      expect(await verifyAudit(first, seal)).toEqual([{ type: 'unguarded', refusal: 'audit_is_not_changed' }])
    })

    test.each([
      [
        'an end was cut',
        `DELETE FROM audit WHERE n = 3`,
        `UPDATE filing SET audit_head = '2:' || (SELECT hash FROM audit WHERE n = 2)`,
      ],
      ['a chain was taken away', 'DELETE FROM audit', `UPDATE filing SET audit_head = ''`],
    ])(
      'does not fit a digest that was told outside when %s together with its head',
      async (_, cut, forged) => {
        const { first, sql } = bench()
        const head = await kept(bench())
        await run(sql, ...undoing, cut, forged)
        const findings = await verifyAudit(first, seal, [head])
        expect(findings).toContainEqual({ type: 'vanished', head })
        expect(findings.filter(({ type }) => type === 'broken')).toEqual([])
      },
    )

    test('is broken from its first line for another key, and from where it was written into another filing', async () => {
      const { first, sql } = bench()
      await kept(bench())
      expect(await verifyAudit(first, createSeal('another key of ours'))).toContainEqual({
        type: 'broken',
        scope,
        n: 1,
      })
      const other = filingId('f-other')
      await first.openFiling({ ...blank, id: other, year: 2031 })
      await run(
        sql,
        `INSERT INTO audit SELECT 'filing/${other}', n, at, "by", channel, what, about, old, new, hash FROM audit
          WHERE scope = '${scope}' ORDER BY n`,
      )
      expect(await verifyAudit(first, seal)).toContainEqual({
        type: 'broken',
        scope: `filing/${other}`,
        n: 1,
      })
    })
  })
}
