// Lists of names that say they are the whole list.

import { describe, expect, test } from 'vitest'
import { namedAlone } from '../../src/reading/named-alone.ts'

const names = ['规范性文件', '行政许可', '其他对外管理服务事项', '行政处罚', '政府集中采购']

describe('names, and nothing else', () => {
  test.each([
    ['政府集中采购，其余没有', ['政府集中采购']],
    ['只有行政处罚、行政许可，其他都没有。', ['行政许可', '行政处罚']],
    ['行政许可和其他对外管理服务事项，其余均无', ['行政许可', '其他对外管理服务事项']],
    ['有政府集中采购;其余为0', ['政府集中采购']],
    ['政府集中采购，其他按0填报', ['政府集中采购']],
  ])('%s', (text, expected) => {
    expect(namedAlone(text, names)).toEqual(expected)
  })
})

describe('anything else', () => {
  test.each([
    '其余没有',
    '政府集中采购',
    '没有行政许可，其余没有',
    '除了行政处罚，其余没有',
    '政府集中采购53项，其余没有',
    '行政处罚不清楚，其他没有',
    '政府集中采购，其余没有问题',
  ])('%s', text => {
    expect(namedAlone(text, names)).toBeUndefined()
  })
})
