// Rows of a list fit together and to the units that stand, or are named with the reason.

import { expect, test } from 'vitest'
import {
  fitRows,
  type NamedUnit,
  type StandingUnit,
  soleTop,
  usualFlags,
} from '../../src/district/unit-tree.ts'

const unit = (name: string, parent: string | null = null, more: Partial<NamedUnit> = {}): NamedUnit => ({
  ...{ name, parent, level: 'bureau', ...usualFlags },
  ...more,
})
const rows = (...units: readonly NamedUnit[]) => units.map((each, at) => ({ ...each, line: at + 2 }))
const stood = (unit: NamedUnit, more: Partial<StandingUnit> = {}): StandingUnit => ({
  ...unit,
  ...{ formerNames: [], isClosed: false, successor: null },
  ...more,
})
const standing = [
  stood(unit('区', null, { level: 'county' })),
  stood(unit('教育局', '区'), { formerNames: ['教委', '体育局'] }),
  stood(unit('街道', '区', { level: 'street' })),
  stood(unit('体育局', '区')),
  stood(unit('撤销局', '区'), { isClosed: true }),
  stood(unit('撤销科', '撤销局'), { isClosed: true }),
  stood(unit('并入局', '区'), { isClosed: true, successor: '教育局' }),
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

test('a name of before is told with the one of today, for a unit and for the one above it', () => {
  const { added, problems } = fitted([
    unit('教 委'),
    unit('科室', '教委'),
    unit('站', '科室'),
    unit('体育局'),
  ])
  expect(added).toEqual([])
  expect(problems).toEqual([
    { line: 2, code: 'name-former', said: '教 委', now: '教育局' },
    { line: 3, code: 'parent-former', said: '教委', now: '教育局' },
    { line: 4, code: 'parent-refused', said: '科室' },
  ])
})

test('nothing new comes below a closed unit, and what stands there as it is passes', () => {
  const { added, unchanged, problems } = fitted([
    ...[unit('甲', '撤销局'), unit('乙', '甲'), unit('丙', '并入局'), unit('丁', '撤销科')],
    ...[unit('撤销局'), unit('撤销科', '撤销局')],
  ])
  expect(added).toEqual([])
  expect(unchanged.map(({ name }) => name)).toEqual(['撤销局', '撤销科'])
  expect(problems).toEqual([
    { line: 2, code: 'parent-closed', said: '撤销局' },
    { line: 3, code: 'parent-refused', said: '甲' },
    { line: 4, code: 'parent-succeeded', said: '并入局', now: '教育局' },
    { line: 5, code: 'parent-closed', said: '撤销科' },
  ])
})
