// Whole reports answered question by question, as a city answers them: every figure comes back, and the number of
// questions follows the figures that are not zero.

import { describe, expect, test } from 'vitest'
import type { Filing } from '../../src/engine/filing.ts'
import type { Level } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { review } from '../../src/engine/review.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure } from '../../src/forms/disclosure/disclosure.ts'
import { readCase } from '../document/material.ts'
import { materials, needs, reportNames } from '../needs.ts'
import { expectTold, nextAnswer } from './answering.ts'
import { madeReport } from './made-report.ts'
import { inOffice, type Office } from './office.ts'

const long = process.env.LONG === '1'

type Counted = { readonly moves: number; readonly cells: number; readonly gates: number }

/** Answers until nothing is asked any more; says how much it took. */
const answerAll = async (office: Office, truth: Filing, taps: boolean): Promise<Counted> => {
  const client = await office.join(2001, '王')
  const { sim, store, form } = office
  const about: string[] = []
  for (;;) {
    const move = await nextAnswer({ sim, store, client, form, truth, taps })
    if (!move) break
    about.push(move.about)
    expect(about.length, 'answers').toBeLessThan(1_000)
    await office.does(client, move.act, 3)
  }
  sim.assertClean()
  const kinds = (kind: string) => new Set(about.filter(each => each.startsWith(`${kind} `))).size
  return { moves: about.length, cells: kinds('cell'), gates: kinds('gate') }
}

const files = async (truth: Filing, level: Level | null, taps: boolean): Promise<Counted> => {
  let counted: Counted | undefined
  const opened = { unit: '测试城市', level, year: truth.year }
  await inOffice(opened, async office => {
    counted = await answerAll(office, truth, taps)
    const { ledger, form } = office
    expectTold(form, await ledger.stored(), await ledger.figures(), truth)
    const said = (await ledger.audit()).filter(({ what }) => what === 'set').map(({ cell }) => cell)
    expect(new Set(said).size, 'each cell is set once').toBe(said.length)
  })()
  if (!counted) throw new Error('nothing was counted')
  return counted
}

const form = catalog.formFor(disclosure.id, 2023)
if (!form) throw new Error('no form for 2023')

describe('the number of questions', () => {
  test('grows with the figures that are not zero, not with the cells of the form', async () => {
    const counts: Counted[] = []
    for (const size of [0, 5, 20, 90]) {
      const counted = await files(madeReport(form, size, 7), 'city', true)
      counts.push(counted)
      // A gate or two before each group of figures; never one question a cell.
      expect(counted.cells, `${size} figures`).toBeLessThanOrEqual(size + 16)
      expect(counted.moves, `${size} figures`).toBeLessThanOrEqual(14 + 3 * size)
    }
    expect(counts[0]).toEqual({ moves: 11, cells: 0, gates: 3 })
    const moves = counts.map(counted => counted.moves)
    expect(moves).toEqual([...moves].sort((a, b) => a - b))
  })
})

/** Real reports whose figures agree; a city's stands for all in the everyday run. */
const balanced = reportNames.filter(name => {
  if (materials.reports.isAbsent) return true
  const read = readCase(name)
  const unit = { name: read.unit, level: read.level, powers: {} }
  const { errors, incomplete } = review(catalog.formOf(read.filing.form), read.filing, {
    unit,
    previous: null,
    yearEnd: null,
  })
  return errors.length === 0 && incomplete.every(item => item.type === 'text')
})
const chosen = balanced.filter(name => long || materials.reports.isAbsent || name.startsWith('03-'))

describe('a real report', needs('reports'), () => {
  const runs = chosen.flatMap(name => (long ? [true, false] : [true]).map(taps => ({ name, taps })))
  test.each(runs)(
    '$name comes back equal in every cell (tapping what is offered: $taps)',
    async ({ name, taps }) => {
      const { filing, level } = readCase(name)
      const counted = await files(filing, level, taps)
      const { cells } = indexOf(catalog.formOf(filing.form))
      const notZero = [...filing.entries].filter(
        ([key, { value }]) => value !== 0 && value !== null && !cells.get(key)?.sum,
      ).length
      // Beside them only the other cells of a row or column that has some: at most three a row of 表二, one an applicant.
      expect(counted.cells).toBeLessThanOrEqual(notZero + 12)
      expect(counted.moves).toBeLessThanOrEqual(14 + 3 * notZero)
    },
    60_000,
  )

  test.runIf(long)('several of them balance', () => expect(balanced.length).toBeGreaterThanOrEqual(4))
})
