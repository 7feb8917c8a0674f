// What is carried over from one state of a filing to the next is what would be worked out from scratch.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openIn } from '../../src/engine/completeness.ts'
import { derive, deriveAfter } from '../../src/engine/derive.ts'
import {
  apply,
  type Change,
  type Entry,
  type EntryKey,
  emptyFiling,
  type Filing,
  filingId,
  personId,
  unitId,
  type Value,
} from '../../src/engine/filing.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { disclosure2021 as form } from '../../src/forms/disclosure/form-2021.ts'

const { cells, gates } = indexOf(form)
const entry = (value: Value): Entry => ({
  value,
  note: null,
  source: 'typed',
  by: personId('p'),
  at: 0,
  message: null,
})

const cellSet = fc.tuple(
  fc.constantFrom<EntryKey>(...[...cells.values()].map(({ key }) => key)),
  fc.option(fc.nat(3).map(entry), { nil: undefined, freq: 6 }),
)
const gateSet = fc.constantFrom(...gates.values()).chain(gate =>
  fc.tuple(
    fc.constant<EntryKey>(gate.key),
    fc.option(
      fc.subarray(gate.branches.map(({ key }) => key)).map(open => entry({ open })),
      { nil: undefined, freq: 6 },
    ),
  ),
)
const steps = fc.array(
  fc.array(fc.oneof({ weight: 4, arbitrary: cellSet }, gateSet), { minLength: 1, maxLength: 3 }),
  { maxLength: 60 },
)

const seen = (filing: Filing) => {
  const figures = derive(form, filing)
  const stand = [...cells.values()].map(({ key }) => [key, figures.get(key)?.value, figures.has(key)])
  return { stand, open: openIn(form, filing) }
}

describe('what is carried over from one state to the next', () => {
  test('is what would be worked out from scratch, whatever is entered, taken away, opened or closed', () => {
    fc.assert(
      fc.property(steps, made => {
        let filing = emptyFiling(form, { id: filingId('f'), unit: unitId('u'), year: 2026 })
        for (const step of made) {
          const changes = step.map(
            ([key, to]): Change => ({ type: 'entry', key, from: filing.entries.get(key), to }),
          )
          seen(filing)
          const after = apply(filing, changes)
          deriveAfter(form, filing, after, changes)
          expect(seen(after)).toEqual(seen({ ...after, entries: new Map(after.entries) }))
          filing = after
        }
      }),
    )
  })
})
