// In CI nothing is skipped for want of material. A run as a stranger has it says so itself: WITHOUT_REPORTS=1.

import { expect, test } from 'vitest'
import { materials } from './needs.ts'

const { CI, WITHOUT_REPORTS } = process.env

test.skipIf(!CI).each(Object.entries(materials))('in CI there is what %s stands for', (key, material) => {
  const isMeant = key === 'reports' && WITHOUT_REPORTS !== undefined
  expect(material.isAbsent && !isMeant, `no ${material.name}`).toBe(false)
})
