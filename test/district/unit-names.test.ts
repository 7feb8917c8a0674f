// Names as people say them beside the district's list: one unit, several, or the nearest.

import { describe, expect, test } from 'vitest'
import { findUnit, unitsNamed } from '../../src/district/unit-names.ts'
import { unitId } from '../../src/engine/filing.ts'

const units = (
  [
    ['区住房和城乡建设局'],
    ['区农业农村局', '区农业局', '区畜牧兽医局'],
    ['区教育局'],
    ['区教育体育局'],
    ['西门街道'],
    ['东门街道'],
    ['青石镇'],
    ['经济技术开发区管理委员会'],
    ['区市场监督管理局'],
  ] as const
).map(([name, ...formerNames]) => ({ id: unitId(name), name, formerNames }))

const found = (said: string) => {
  const result = findUnit(units, said)
  if (result.type === 'one') return result.unit.name
  return (result.type === 'several' ? result.units : result.nearest).map(({ name }) => name)
}

describe('a unit is found', () => {
  test.each([
    ['区住房和城乡建设局', '区住房和城乡建设局'],
    [' 区住房和 城乡建设局', '区住房和城乡建设局'],
    ['住建局', '区住房和城乡建设局'],
    ['区住建局', '区住房和城乡建设局'],
    ['市场监管局', '区市场监督管理局'],
    ['西门', '西门街道'],
    ['开发区', '经济技术开发区管理委员会'],
    ['区农业局', '区农业农村局'],
    ['农业局', '区农业农村局'],
    ['畜牧局', '区农业农村局'],
    ['区教育局', '区教育局'],
    ['教育局', '区教育局'],
    ['教体局', '区教育体育局'],
  ])('by %s', (said, name) => {
    expect(found(said)).toBe(name)
  })
})

test('of several that fit equally well all are named, in their order', () => {
  expect(found('街道')).toEqual(['西门街道', '东门街道'])
  expect(found('教育')).toEqual(['区教育局', '区教育体育局'])
})

test('of a name that is not there the nearest are named, and none that is far', () => {
  expect(found('清石镇')).toEqual(['青石镇'])
  expect(found('西们街道')).toEqual(['西门街道', '东门街道'])
  expect(found('财政厅')).toEqual([])
  expect(findUnit(units, '局')).toMatchObject({ type: 'none' })
  expect(findUnit(units, '')).toEqual({ type: 'none', nearest: [] })
})

test('a search finds all that fit in any way, and shows all when nothing is typed', () => {
  expect(unitsNamed(units, '农业局').map(({ name }) => name)).toEqual(['区农业农村局'])
  expect(unitsNamed(units, '门').map(({ name }) => name)).toEqual(['西门街道', '东门街道'])
  expect(unitsNamed(units, ' ')).toHaveLength(units.length)
  expect(unitsNamed(units, '财政厅')).toEqual([])
})
