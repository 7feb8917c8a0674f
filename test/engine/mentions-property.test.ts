// Whatever figures a message names, by any of their names: the same figures come back, or the words of those that do not;
// and no word that was not read becomes a 0.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers } from '../../src/engine/answers/answers.ts'
import type { Value } from '../../src/engine/filing.ts'
import type { Cell, Form } from '../../src/engine/form.ts'
import { tableOf } from '../../src/engine/index-of.ts'
import { readFigures } from '../../src/engine/mentions/read-figures.ts'
import { createWords } from '../../src/i18n/words.ts'
import { labelNames } from '../../src/reading/label-names.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { entered } from '../forms/material.ts'
import { filingWith, gate } from './play.ts'

const numRuns = process.env.LONG ? 50_000 : 2_000
const zh = createWords('zh-CN')

/** The names of a cell's row or column: printed, as the bot says them, as offices do. */
const namesOf = (form: Form, cell: Cell, axis: 'row' | 'column'): readonly string[] => {
  const key = axis === 'row' ? cell.rowKey : cell.columnKey
  const said = axis === 'row' ? zh.of(form).form.row(form, cell.key) : zh.of(form).form.column(form, cell.key)
  const called = (tableOf(form, cell.section).called ?? []).filter(
    // A word that several rows share is of the lowest, where the words before say so.
    each => each.axis === axis && each.keys.at(-1) === key,
  )
  return [
    ...labelNames(cell[axis]),
    said,
    ...called.flatMap(each => each.words.split(' ').filter(word => !word.includes('{'))),
  ]
}

/** 其他 and 法人 would be one name, 其他法人. */
const joined = ([one = '', other = '']: readonly string[]): string =>
  one.endsWith('其他') ? `${one}的${other}` : one + other

type Clause = { readonly cell: Cell; readonly value: Value; readonly said: string }

const clauseOf = (form: Form): fc.Arbitrary<Clause> =>
  fc
    .constantFrom(...entered(form))
    .chain(cell =>
      fc.record({
        cell: fc.constant(cell),
        row: fc.constantFrom(...namesOf(form, cell, 'row')),
        column: fc.constantFrom(...namesOf(form, cell, 'column')),
        number: fc.integer({ min: 0, max: 300 }),
        isRowFirst: fc.boolean(),
        between: fc.constantFrom('', '：', '共', '有', ' '),
      }),
    )
    .map(({ cell, row, column, number, isRowFirst, between }) => {
      const { answer } = cell
      const written = answer.startsWith('money') ? `${number}万元` : `${number}件`
      const read = answers[answer].read(written)
      return {
        cell,
        value: 'value' in read ? read.value : null,
        said: `${joined(isRowFirst ? [row, column] : [column, row])}${between}${written}`,
      }
    })

/** Clauses that say nothing that can be read, a number among them or not. */
const noise = fc.constantFrom('跟去年差不多', '市局另有5件', '二十来件', '还没统计', '大约3件', '第2件还在办')

describe.each(forms)('in %s', (_, form) => {
  const filing = filingWith(form)
  const clauses = fc.uniqueArray(clauseOf(form), {
    minLength: 1,
    maxLength: 6,
    selector: each => each.cell.key,
  })
  const same = (cell: Cell, one: Value, other: Value) => answers[cell.answer].equal(one, other)

  test('figures come back as they were said, or their words do', () => {
    fc.assert(
      fc.property(clauses, fc.array(noise, { maxLength: 1 }), fc.nat(), (said, unread, at) => {
        const parts = said.map(each => each.said)
        const message = parts.toSpliced(at % (parts.length + 1), 0, ...unread).join('，')
        const { cells, unsure, untaken, wrong } = readFigures(form, filing, gate('requests.?'), message)
        const offered = unsure.flatMap(ways => ways.flatMap(way => way.cells))
        for (const each of said) {
          const has = [...cells, ...offered].some(
            ([key, value]) => key === each.cell.key && same(each.cell, value, each.value),
          )
          // A clause that is left may be told together with its neighbours' words.
          expect(has || untaken.length > 0 || wrong.length > 0, message).toBe(true)
        }
        for (const [key, value] of cells) {
          const meant = said.find(each => each.cell.key === key)
          expect(
            meant && same(meant.cell, value, meant.value),
            `${message} → ${key} ${JSON.stringify(value)}`,
          ).toBe(true)
        }
        expect(cells.length + unsure.length + untaken.length + wrong.length).toBeGreaterThan(0)
      }),
      { numRuns },
    )
  })

  test('every name of a row and a column that the bot itself uses is read', () => {
    for (const cell of entered(form)) {
      const [row, column] = [zh.of(form).form.row(form, cell.key), zh.of(form).form.column(form, cell.key)]
      const written = cell.answer.startsWith('money') ? '5万元' : '5件'
      const { cells, unsure } = readFigures(form, filing, gate('requests.?'), `${column}${row}${written}`)
      const keys = [...cells, ...unsure.flatMap(ways => ways.flatMap(way => way.cells))].map(([key]) => key)
      expect(keys, `${column}${row}`).toContain(cell.key)
    }
  })
})
