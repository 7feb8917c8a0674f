// Both editions, cell by cell, against the statute's form (statute.json: labels verbatim from 国办公开办函〔2019〕60号 and
// 〔2021〕30号, permanent keys).

import { describe, expect, test } from 'vitest'
import type { Cell, Form } from '../../src/engine/form.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { cells, entered, json, table, tables } from './material.ts'

type Line = { key: string; label: string; computed: boolean; groups: string[]; kind: string }
type Given = {
  id: string
  years: { from: number; to: number | null }
  document: string
  sections: string[]
  disclosure: { bands: { band: string; corner: string; columns: Line[]; rows: Line[] }[] }
  requests: { corner: string; header: string[][]; columns: Line[]; rows: Line[] }
  disputes: { groups: Line[]; columns: Line[] }
  texts: { key: string; label: string; required: boolean }[]
}

const seen = (cell: Cell) => [
  cell.key,
  cell.row,
  cell.groups,
  cell.column,
  cell.answer,
  cell.sum !== undefined,
  cell.rowKey,
  cell.columnKey,
]

const wanted = (given: Given) => ({
  disclosure: given.disclosure.bands.flatMap(({ band, columns, rows }) =>
    rows.flatMap(row =>
      columns.map(column => [
        `disclosure.${row.key}.${column.key}`,
        row.label,
        [band],
        column.label,
        column.kind,
        false,
        row.key,
        column.key,
      ]),
    ),
  ),
  requests: given.requests.rows.flatMap(row =>
    given.requests.columns.map(column => [
      `requests.${row.key}.${column.key}`,
      row.label,
      row.groups,
      column.label,
      'count',
      row.computed || column.computed,
      row.key,
      column.key,
    ]),
  ),
  disputes: given.disputes.groups.flatMap(group =>
    given.disputes.columns.map(column => [
      `disputes.${group.key}.${column.key}`,
      group.label.split('/').at(-1),
      group.label.split('/').slice(0, -1),
      column.label,
      'count',
      column.computed,
      group.key,
      column.key,
    ]),
  ),
})

const printedTexts = (form: Form, key: string) =>
  table(form, key).table.rows.flatMap(row =>
    row.flatMap(cell => ('text' in cell ? [cell.text.replace('\n', '')] : [])),
  )

describe('the statute', () => {
  const given = json<Given[]>('test/forms/statute.json')
  const pairs = [...catalog.forms.values()].map(
    (form, at) => [form.id, form, given[at]] as [string, Form, Given],
  )

  test('has the editions of the catalog, in the same order', () => {
    expect([...catalog.forms.keys()]).toEqual(given.map(form => form.id))
  })

  test.each(pairs)('%s is in force for the years its notice gives', (_, form, given) => {
    expect(form.years).toEqual(given.years)
    expect(form.notice).toBe(given.document)
  })

  test.each(pairs)('%s has the printed headings in order', (_, form, given) => {
    const headings = form.sections.map(section => section.heading)
    expect(headings).toEqual([null, ...given.sections])
  })

  test.each(pairs)('%s has the texts and says which must be written', (_, form, given) => {
    const texts = form.sections.filter(section => section.type === 'text')
    expect(texts.map(({ text, required }) => [text, required])).toEqual(
      given.texts.map(({ key, required }) => [key, required]),
    )
    expect(texts.every(section => (section.key as string) === section.text)).toBe(true)
  })

  test.each(pairs)('%s has every cell with its labels, groups, kind and order', (_, form, given) => {
    for (const [key, lines] of Object.entries(wanted(given))) {
      expect(table(form, key).cells.map(seen), key).toEqual(lines)
    }
    expect(tables(form).map(section => section.key)).toEqual(Object.keys(wanted(given)))
  })

  test.each(pairs)('%s prints the heads of the given tables and no others', (_, form, given) => {
    const { bands } = given.disclosure
    expect(printedTexts(form, 'disclosure')).toEqual(
      bands.flatMap(({ band, corner, columns, rows }) => [
        band,
        corner,
        ...columns.map(column => column.label),
        ...rows.map(row => row.label),
      ]),
    )
    const { corner, header, rows } = given.requests
    expect([...new Set(printedTexts(form, 'requests'))]).toEqual([
      ...new Set([corner, ...header.flat(), ...rows.flatMap(row => [...row.groups, row.label])]),
    ])
  })
})

test.each([
  ['disclosure-2019', 198, 166],
  ['disclosure-2021', 200, 166],
])('%s has %i figures of which %i are entered', (id, all, asked) => {
  const form = [...catalog.forms.values()].find(form => form.id === id)
  expect(form && [cells(form).length, entered(form).length]).toEqual([all, asked])
})
