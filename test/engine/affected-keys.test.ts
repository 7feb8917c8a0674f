// What a tap would write, and what it was worked out from: a remainder is stale once the other side has changed.

import { expect, test } from 'vitest'
import { keysWrittenBy } from '../../src/engine/affected-keys.ts'
import { cellKey } from '../../src/engine/form.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'

const key = (row: string) => cellKey(`requests.${row}.natural`)

test('a remainder watches both sides of its balance', () => {
  const keys = keysWrittenBy(disclosure2021, { type: 'set', values: [[key('granted'), 4]], source: 'typed' })
  expect(keys).toContain(key('granted'))
  expect(keys).toContain(key('received'))
  expect(keys).toContain(key('carried-out'))
  expect(keys).not.toContain(cellKey('requests.received.business'))
})

test('figures that were pasted watch themselves alone', () => {
  const values = [[key('granted'), 4]] as const
  expect(keysWrittenBy(disclosure2021, { type: 'set', values, source: 'typed', message: null })).toEqual([
    key('granted'),
  ])
})
