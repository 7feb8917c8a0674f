// A unit’s powers as an administrator writes them, by the names that the forms print.

import { expect, test } from 'vitest'
import { indexOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { powerNames, readPowers } from '../../src/forms/disclosure/powers.ts'

test.each([
  ['licensing,-penalties', { licensing: true, penalties: false }],
  ['行政许可，无行政处罚、没有行政强制', { licensing: true, penalties: false, coercion: false }],
  ['', {}],
])('%s is read', (typed, powers) => {
  expect(readPowers(typed)).toEqual({ powers })
})

test.each([
  ['licensing,fees', 'fees'],
  ['无', '无'],
  ['__proto__', '__proto__'],
  ['行政许可证', '行政许可证'],
])('%s is refused with the word that names none', (typed, unknown) => {
  expect(readPowers(typed)).toEqual({ unknown })
})

test('every edition prints the rows that powers are named by', () => {
  for (const form of catalog.forms.values()) {
    const rows = new Map([...indexOf(form).cells.values()].map(cell => [cell.rowKey, cell.row]))
    for (const [key, name] of powerNames) expect(rows.get(key)).toBe(name)
  }
})
