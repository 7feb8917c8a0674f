// Rows of a list fit together and to the units that stand, or are named with the reason.

import { expect, test } from 'vitest'
import { fitRows, type NamedUnit, soleTop, usualFlags } from '../../src/district/unit-tree.ts'

const unit = (name: string, parent: string | null = null, more: Partial<NamedUnit> = {}): NamedUnit => ({
  ...{ name, parent, level: 'bureau', ...usualFlags },
  ...more,
})
const rows = (...units: readonly NamedUnit[]) => units.map((each, at) => ({ ...each, line: at + 2 }))
const standing = [
  unit('区', null, { level: 'county' }),
  unit('教育局', '区'),
  unit('街道', '区', { level: 'street' }),
]
const fitted = (units: readonly NamedUnit[], refused: readonly string[] = []) =>
  fitRows(rows(...units), standing, refused, '区')

test('rows come in their order, below units of the list or of the district, whichever comes first', () => {
  const both = fitted([unit('分局', '新局'), unit('新局', '区'), unit('社区', '街 道'), unit('直属')])
  expect(both.added.map(({ name }) => name)).toEqual(['分局', '新局', '社区', '直属'])
  expect(both.problems).toEqual([])
})

test('a row of a unit that stands passes where nothing differs', () => {
  expect(fitted([unit('教育局'), unit('教 育局', '区')]).problems).toMatchObject([{ code: 'name-twice' }])
  expect(fitted([unit('教育局')])).toMatchObject({ added: [], unchanged: [{ line: 2 }], problems: [] })
  expect(fitted([unit('教育局', '街道')]).problems).toMatchObject([{ code: 'name-taken' }])
  expect(fitted([unit('教育局', '区', { counts: false })]).problems).toMatchObject([{ code: 'name-taken' }])
})

const deep = ['一', '二', '三', '四', '五', '六', '七'].map((name, at, all) =>
  unit(name, all[at - 1] ?? null),
)
test.each([
  ['name-twice', [unit('甲'), unit('甲')], [[3, 'name-twice']]],
  ['parent-unknown', [unit('甲', '乙')], [[2, 'parent-unknown']]],
  ['parent-itself', [unit('甲', '甲')], [[2, 'parent-itself']]],
  [
    'parent-circle',
    [unit('甲', '乙'), unit('乙', '丙'), unit('丙', '甲')],
    [
      [2, 'parent-circle'],
      [3, 'parent-circle'],
      [4, 'parent-circle'],
    ],
  ],
  [
    'a row below a circle',
    [unit('甲', '乙'), unit('乙', '丙'), unit('丙', '乙')],
    [
      [2, 'parent-refused'],
      [3, 'parent-circle'],
      [4, 'parent-circle'],
    ],
  ],
  [
    'a row below an unknown one',
    [unit('甲', '乙'), unit('乙', '丁')],
    [
      [2, 'parent-refused'],
      [3, 'parent-unknown'],
    ],
  ],
  ['too-deep', deep, [[8, 'too-deep']]],
] as const)('%s', (_, units, problems) => {
  expect(fitted(units).problems.map(({ line, code }) => [line, code])).toEqual(problems)
})

test('a row below one that is no unit waits for it', () => {
  expect(fitted([unit('甲', '坏局')], ['坏局']).problems).toMatchObject([
    { code: 'parent-refused', said: '坏局' },
  ])
})

test('the district of a new list is the one unit that all others are below', () => {
  expect(soleTop([unit('区'), unit('甲', '区'), unit('乙', '甲')])?.name).toBe('区')
  expect(soleTop([unit('甲'), unit('乙')])).toBeNull()
  expect(soleTop([unit('甲')])).toBeNull()
})
