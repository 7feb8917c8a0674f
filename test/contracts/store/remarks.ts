// Remarks come back as they were written, from a store that has nothing in memory; only a reason raises the content.

import { describe, expect, test } from 'vitest'
import { type Remark, type RemarkChange, remarkKey } from '../../../src/engine/filing.ts'
import { cellKey } from '../../../src/engine/form.ts'
import type { Bench } from '../store.ts'
import { ann, changed, count, heard, now, seatOf } from './world.ts'

const made: Omit<Remark, 'kind'> = {
  rule: 'T203',
  cells: [cellKey('a.b.c'), cellKey('a.b.d')],
  figures: [3, 4.5],
  quote: '“4件”',
  body: '统计口径不同。',
  by: ann.person,
  at: now,
  message: null,
}
const reason: Remark = { ...made, kind: 'reason' }
const yearEnd: Remark = { ...made, kind: 'year-end', rule: null, cells: [], figures: null, quote: null }

const change = (remark: Remark, to: Remark | undefined = remark, from?: Remark): RemarkChange => ({
  type: 'remark',
  key: remarkKey(remark),
  from,
  to,
})

export const remarks = (bench: () => Bench): void => {
  describe('remarks', () => {
    test('come back whole, are written over and taken away', async () => {
      const { first, store, sql } = bench()
      const write = async (...changes: readonly RemarkChange[]) => {
        await first.commit(heard({ filings: [changed(await seatOf(first), changes)] }))
        const { filing, content } = await seatOf(store())
        expect((await seatOf(first)).content).toBe(content)
        return { content, remarks: [...filing.remarks.values()] }
      }
      expect(await write(change(yearEnd))).toEqual({ content: 0, remarks: [yearEnd] })
      expect(await write(change(reason))).toMatchObject({ content: 1 })
      const again = { ...reason, body: '另一个说法。' }
      const both = await write(change(again, again, reason))
      expect(both.content).toBe(2)
      expect(both.remarks.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([again, yearEnd])
      expect(await write({ ...change(again), from: again, to: undefined })).toEqual({
        content: 3,
        remarks: [yearEnd],
      })
      expect(await count(sql, 'remark')).toBe(1)
    })

    test('of a report from outside go with it when it is replaced', async () => {
      const { first, sql } = bench()
      const { filing } = await seatOf(first)
      const before = { ...filing, id: 'f-2024' as never, year: 2024, version: 0 }
      const explained = { ...before, remarks: new Map([[remarkKey(reason), reason]]) }
      expect(await first.importFiling(explained, null)).toBe(true)
      const stands = await first.filingOf(filing.unit, filing.obligation, 2024)
      expect([...(stands?.remarks.values() ?? [])]).toEqual([reason])
      expect(await first.importFiling(before, stands?.version ?? 0)).toBe(true)
      expect(await count(sql, 'remark')).toBe(0)
    })
  })
}
