// The powers of an obligation as they are typed, and where they stand in its forms.

import { expect, test } from 'vitest'
import { indexOf } from '../../src/engine/index-of.ts'
import { disclosure } from '../../src/forms/disclosure/disclosure.ts'
import { readPowers } from '../../src/forms/read-powers.ts'

const powers = disclosure.powers ?? new Map()

test.each([
  ['licensing,-penalties', { licensing: true, penalties: false }],
  ['行政许可，无行政处罚、没有行政强制', { licensing: true, penalties: false, coercion: false }],
  ['', {}],
])('%s is read', (typed, expected) => {
  expect(readPowers(typed, powers)).toEqual({ powers: expected })
})

test.each([
  ['licensing,fees', 'fees'],
  ['无', '无'],
  ['__proto__', '__proto__'],
  ['行政许可证', '行政许可证'],
])('%s is refused with the word that names none', (typed, unknown) => {
  expect(readPowers(typed, powers)).toEqual({ unknown })
})

test('every edition prints the rows that powers are named by', () => {
  for (const form of disclosure.forms) {
    const rows = new Map([...indexOf(form).cells.values()].map(cell => [cell.rowKey, cell.row]))
    for (const [key, name] of powers) expect(rows.get(key)).toBe(name)
  }
})
