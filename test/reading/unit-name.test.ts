// Whether two names mean the same unit, however much of the district stands before them.

import { expect, test } from 'vitest'
import { isSameUnit } from '../../src/reading/unit-name.ts'

test.each([
  ['戚家山街道', '戚家山街道'],
  ['戚家山街道办事处', '戚家山街道'],
  ['北仑区人民政府戚家山街道办事处', '戚家山街道'],
  ['宁波市北仑区戚家山街道办事处', '北仑区人民政府戚家山街道办事处'],
  ['区教育局', '宁波市北仑区教育局'],
  ['春晓镇人民政府', '北仑区春晓镇'],
  ['春晓镇政府', '春晓镇'],
  ['北仑区 住房和城乡建设局（人防办）', '北仑区住房和城乡建设局(人防办)'],
])('%s and %s are one unit', (one, other) => {
  expect(isSameUnit(one, other)).toBe(true)
  expect(isSameUnit(other, one)).toBe(true)
})

test.each([
  ['戚家山街道', '新碶街道'],
  ['市教育局', '区教育局'],
  ['教育局', '体育局'],
  ['山街道', '戚家山街道'],
  ['北仑区', '北仑区教育局'],
  ['', '教育局'],
  ['人民政府', '春晓镇人民政府'],
])('%s and %s are two', (one, other) => {
  expect(isSameUnit(one, other)).toBe(false)
  expect(isSameUnit(other, one)).toBe(false)
})
