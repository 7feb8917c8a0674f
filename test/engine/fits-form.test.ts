// A stored question or tap is used only where the form has its places and they take its values: forms and code move on
// while cards and conversations lie in the database.

import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/engine/event.ts'
import type { Value } from '../../src/engine/filing.ts'
import { fitsEvent, fitsQuestion } from '../../src/engine/fits-form.ts'
import type { Question } from '../../src/engine/focus.ts'
import { type CellKey, cellKey, sectionKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { website2020 } from '../forms/website/form.ts'

const site = (row: string) => cellKey(`site.${row}.value`)
const sent = cellKey('content.new.value')
const spent = cellKey('spending.build.value')
const total = cellKey('spending.total.value')
const procured = cellKey('disclosure.procurement.amount')

const set = (cell: CellKey, value: Value): Event => ({
  type: 'set',
  values: [[cell, value]],
  source: 'typed',
})
const rows = (cell: CellKey, value: Value): Question => ({
  type: 'proposal',
  cells: [[cell, value, null]],
  totals: [],
  unsure: [],
  rest: null,
  untaken: [],
  message: null,
})

describe('values that their cell takes', () => {
  const fitting: readonly (readonly [CellKey, Value])[] = [
    [sent, 3],
    [sent, null],
    [spent, { fen: 100, unit: 'wan-yuan' }],
    [site('open'), false],
    [site('name'), '门户'],
    [site('address'), 'https://a.cn'],
    [site('since'), '2025-06-01'],
    [site('channels'), ['weibo', 'app']],
    [site('channels'), []],
    [site('score'), '98.5'],
  ]
  test.each(fitting)('%s is set and shown back with %j', (cell, value) => {
    expect(fitsEvent(website2020, set(cell, value))).toBe(true)
    expect(fitsQuestion(website2020, rows(cell, value))).toBe(true)
    expect(fitsEvent(website2020, { type: 'put', question: rows(cell, value) })).toBe(true)
  })

  test('an amount in any unit, and the bare number of an old file, stand in a cell of money', () => {
    expect(fitsEvent(disclosure2019, set(procured, { fen: 100, unit: 'yuan' }))).toBe(true)
    expect(fitsEvent(disclosure2019, set(procured, 116))).toBe(true)
  })
})

describe('values that their cell does not take', () => {
  const others: readonly (readonly [CellKey, Value])[] = [
    [sent, { open: ['x'] }],
    [sent, '3'],
    [sent, { fen: 100, unit: 'yuan' }],
    [spent, 5_500_000],
    [site('open'), '是'],
    [site('name'), 3],
    [site('since'), '6月1日'],
    [site('channels'), ['weibo', 'gone']],
    [site('channels'), 'weibo'],
    [site('score'), 98.5],
    [site('score'), '高'],
    [total, { fen: 100, unit: 'wan-yuan' }],
    [cellKey('gone.x.value'), 3],
  ]
  test.each(others)('%s is neither set nor shown back with %j', (cell, value) => {
    expect(fitsEvent(website2020, set(cell, value))).toBe(false)
    expect(fitsQuestion(website2020, rows(cell, value))).toBe(false)
    expect(fitsEvent(website2020, { type: 'put', question: rows(cell, value) })).toBe(false)
  })
})

test('a computed cell is neither asked nor noted', () => {
  expect(fitsQuestion(website2020, { type: 'cell', cell: spent })).toBe(true)
  expect(fitsQuestion(website2020, { type: 'cell', cell: total })).toBe(false)
  expect(fitsQuestion(website2020, { type: 'note', cell: total })).toBe(false)
  const answer = { type: 'answered', cell: total, text: '53', shown: '' } as const
  expect(fitsEvent(website2020, answer)).toBe(false)
})

test.each([
  [null, null, true],
  ['content', null, true],
  ['content', 'new', true],
  ['content', 'gone', false],
  ['site', 'new', false],
  ['summary', null, false],
  [null, 'new', false],
] as const)('the contents at %s and its branch %s are a place: %s', (section, branch, isPlace) => {
  const question: Question = { type: 'contents', section: section && sectionKey(section), branch }
  expect(fitsQuestion(website2020, question)).toBe(isPlace)
})
