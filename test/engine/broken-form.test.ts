// A form that cannot be asked stops the start, with every reason at once.

import { describe, expect, test } from 'vitest'
import { answers } from '../../src/engine/answers/answers.ts'
import { type AnswerType, type Cell, cellKey, type Form, type TableSection } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { website2020 } from '../forms/website/form.ts'

const tables = website2020.sections.filter(section => section.type === 'table')
const [site, content, spending] = tables

const withTable = (table: TableSection | undefined, change: (cell: Cell) => Cell): Form => ({
  ...website2020,
  rules: [],
  sections: website2020.sections.map(section =>
    section === table && table ? { ...table, cells: table.cells.map(change) } : section,
  ),
})
const of =
  (row: string, change: Partial<Cell>) =>
  (cell: Cell): Cell =>
    cell.rowKey === row ? { ...cell, ...change } : cell

const keyOf = (kind: string) => cellKey(`every.${kind}.value`)
const isAdded = (kind: string) => answers[kind as AnswerType].add !== undefined
const cellFor = (kind: string, more: Partial<Cell>): Cell => ({
  ...((site as TableSection).cells[0] as Cell),
  ...{ key: keyOf(kind), answer: kind as AnswerType, options: [{ key: 'a', label: 'a' }] },
  ...more,
})
/** A cell of each kind of answer, and a sum of each kind that adds up. */
const every: Form = {
  ...withTable(undefined, cell => cell),
  asked: [(site as TableSection).key],
  sections: [
    {
      ...(site as TableSection),
      cells: [
        ...Object.keys(answers).map(kind => cellFor(kind, {})),
        ...Object.keys(answers)
          .filter(isAdded)
          .map(kind => cellFor(kind, { key: cellKey(`every.${kind}.total`), sum: [keyOf(kind)] })),
      ],
    },
  ],
}

describe('a form does not start', () => {
  test('when a gate would close a cell that has no zero', () => {
    expect(() => indexOf(withTable(content, of('columns', { answer: 'date' })))).toThrow(
      'content.columns.value has no zero and stands behind a gate',
    )
  })

  test('when a cell asks for options and has none', () => {
    expect(() => indexOf(withTable(site, of('open', { answer: 'choices' })))).toThrow(
      'site.open.value has no options',
    )
  })

  test('when it adds up what does not add up, or different kinds of answer; all reasons are told at once', () => {
    const parts = spending?.cells[0]?.key
    const change = (cell: Cell): Cell => (cell.sum && parts ? { ...cell, answer: 'line' } : cell)
    expect(() => indexOf(withTable(spending, change))).toThrow(
      /total\.value adds up what does not add up; .*build\.value, which is another kind.*; .*upkeep\.value/,
    )
  })

  test('when a key stands in it twice', () => {
    const [first] = site?.cells ?? []
    const twice = {
      ...website2020,
      sections: [...website2020.sections, { ...(site as TableSection), cells: [first as Cell] }],
    }
    expect(() => indexOf(twice)).toThrow(
      /site\.open\.value stands in it twice; the section site stands in it twice/,
    )
  })

  test('when sums add each other up', () => {
    const inCircle = withTable(site, cell => {
      if (cell.rowKey === 'score') return { ...cell, sum: [cellKey('site.name.value')] }
      return cell.rowKey === 'name'
        ? { ...cell, answer: 'decimal', sum: [cellKey('site.score.value')] }
        : cell
    })
    expect(() => indexOf(inCircle)).toThrow(
      'site.name.value adds up site.score.value, which is worked out no earlier',
    )
  })

  test('when a gate, a sum or an equation names a cell that is not there', () => {
    const without = withTable(content, cell => cell)
    const sections = without.sections.map(section =>
      section.key === 'content' && section.type === 'table'
        ? { ...section, cells: section.cells.filter(({ rowKey }) => rowKey !== 'new') }
        : section,
    )
    expect(() => indexOf({ ...website2020, sections })).toThrow(
      'website-2020: a gate opens content.new.value, which is no cell; W03 adds up content.new.value, which is no cell',
    )
  })
})

test('a form with every kind of answer starts, each cell asked or worked out once, in the printed order', () => {
  const { entered, computed } = indexOf(every)
  const kinds = Object.keys(answers)
  expect(entered.map(cell => cell.answer)).toEqual(kinds)
  expect(computed.map(cell => [cell.answer, cell.sum])).toEqual(
    kinds.filter(kind => isAdded(kind)).map(kind => [kind, [keyOf(kind)]]),
  )
})
