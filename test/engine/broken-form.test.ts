// A form that cannot be asked stops the start, with every reason at once.

import { describe, expect, test } from 'vitest'
import type { Cell, Form, TableSection } from '../../src/engine/form.ts'
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
})

test('a form with every kind of answer starts', () => {
  expect(indexOf(website2020).entered).toHaveLength(16)
})
