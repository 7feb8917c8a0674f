// Reports made at random, in which every rule holds: the review finds nothing. Then one slip of a hand in their table of
// requests: the review finds it, and the mend offers the true cell among its first three. Figures are printed.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellKey, Form } from '../../src/engine/form.ts'
import type { Suspect } from '../../src/engine/repair/suspect.ts'
import { repair } from '../../src/engine/repair.ts'
import { review } from '../../src/engine/review.ts'
import { alone, forms } from '../forms/disclosure/figures.ts'
import { consistentFiling, kinds, type Made, slips } from './consistent.ts'

const long = process.env.LONG !== undefined
/** Both editions, as entered and as stated in a file: four times each. */
const consistent = long ? 25_000 : 30
const slipped = long ? 300 : 12

type Count = { made: number; silent: number; offered: number; early: number }

const isTrue = ({ cell, with: belongs }: Suspect, cells: readonly CellKey[]): boolean =>
  cells.length === 1 ? cell === cells[0] : cells.includes(cell) && !!belongs && cells.includes(belongs)

const judge = (form: Form, { cells, filing }: Made, count: Count): void => {
  const { errors: findings } = review(form, filing, alone)
  count.made += 1
  if (findings.length === 0) {
    count.silent += 1
    return
  }
  const at = repair(form, filing, findings).findIndex(suspect => isTrue(suspect, cells))
  if (at >= 0) count.offered += 1
  if (at >= 0 && at < 3) count.early += 1
}

const broken = ({ made, silent }: Count) => made - silent

describe.each(forms)('in %s', (id, form) => {
  describe.each(kinds)('with totals %s', kind => {
    test(`${consistent} consistent reports have no finding`, () => {
      fc.assert(
        fc.property(consistentFiling(form, kind), filing => {
          expect(review(form, filing, alone).errors).toEqual([])
        }),
        { numRuns: consistent },
      )
    })

    test('a slip is found, and the usual ones are among the first three suspects', () => {
      const counts = new Map<Made['as'], Count>()
      fc.assert(
        fc.property(consistentFiling(form, kind), fc.integer({ min: 0, max: 99 }), (filing, arbitrary) => {
          for (const made of slips(form, filing, arbitrary)) {
            const count = counts.get(made.as) ?? { made: 0, silent: 0, offered: 0, early: 0 }
            judge(form, made, count)
            counts.set(made.as, count)
          }
        }),
        { numRuns: slipped },
      )
      const lines = [...counts].map(([as, count]) => {
        const share = ((100 * count.early) / Math.max(1, broken(count))).toFixed(1)
        return `${as}: ${count.made} made, ${count.silent} leave every equation true, ${count.offered} offered, ${share} % among the first three`
      })
      // biome-ignore lint/suspicious/noConsole: the figures are the point of this test
      console.info([`${id}, totals ${kind}`, ...lines].join('\n  '))
      for (const [as, count] of counts) {
        // Within a column, from one result to another, nothing changes that a sum could show.
        if (as !== 'row over') expect(count.silent, `${as}: silent`).toBe(0)
        if (as === 'arbitrary') expect(count.offered, as).toBe(broken(count))
        // Of a handful one more or less would be chance.
        else if (broken(count) >= 40) expect(count.early / broken(count), as).toBeGreaterThanOrEqual(0.9)
      }
    })
  })
})
