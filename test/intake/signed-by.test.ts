// One line of words tells who signed and when: no day that is still to come, and no year that nobody meant.

import { expect, test } from 'vitest'
import { readSignedBy } from '../../src/intake/signed-by.ts'

test.each([
  ['周明 1月14日', '2027-01-15', { who: '周明', on: '2027-01-14' }],
  ['周明，2026年12月30日', '2027-01-15', { who: '周明', on: '2026-12-30' }],
  ['周明 12月30日', '2027-01-15', { who: '周明', on: '2026-12-30' }],
  ['周明', '2027-01-15', { who: '周明', on: '2027-01-15' }],
  ['周明 1月16日', '2027-01-15', { fault: 'to-come' }],
  ['刘强 12月5日', '2026-12-01', { fault: 'to-come' }],
  ['刘强 11月30日', '2026-12-01', { who: '刘强', on: '2026-11-30' }],
  ['刘强 8月5日', '2026-07-31', { fault: 'to-come' }],
  ['还没签', '2026-12-01', { fault: 'no-name' }],
])('%s, read on %s', (said, today, read) => {
  expect(readSignedBy(said, today)).toEqual(read)
})
