// Last year’s figures beside the question: offered by the row or one by one, and taken with a tap.

import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/engine/filing.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { cell, filingWith, play } from './play.ts'

const form = disclosure2021
const row = ['made', 'repealed', 'in-force'].map(column => `disclosure.normative-documents.${column}`)
const open = { 'disclosure.?': ['normative-documents', 'licensing'] }

const begin = (
  last: Readonly<Record<string, Value>>,
  entries: Readonly<Record<string, Value | string[]>> = open,
) => play(form, { entries, previous: { form, filing: filingWith(form, last) } })

const labels = (script: ReturnType<typeof play>) => script.ask().choices.map(({ label }) => label.type)

describe('last year’s figures', () => {
  test('of a whole row are taken over with one tap', () => {
    const script = begin({ [row[0] ?? '']: 3, [row[1] ?? '']: 1, [row[2] ?? '']: 12 })
    script.put(cell(row[0] ?? ''))
    script.tapWhere(({ label }) => label.type === 'last-year-row')
    expect(row.map(script.value)).toEqual([3, 1, 12])
    expect(script.entry(row[2] ?? '')?.source).toBe('carried')
    expect(script.question()).toEqual(cell('disclosure.licensing.handled'))
  })

  test('are offered one by one where the row is not known whole, or only one cell of it is open', () => {
    const known = { [row[0] ?? '']: 3, [row[1] ?? '']: 1 }
    const script = begin(known)
    script.put(cell(row[0] ?? ''))
    expect(labels(script)).toContain('last-year')
    expect(labels(script)).not.toContain('last-year-row')
    const almost = begin({ ...known, [row[2] ?? '']: 5 }, { ...open, [row[0] ?? '']: 1, [row[1] ?? '']: 1 })
    almost.put(cell(row[2] ?? ''))
    expect(labels(almost)).not.toContain('last-year-row')
  })

  test('of what was carried over come from last year’s closing, and never as a row', () => {
    const last = {
      'requests.carried-out.natural': 3,
      'requests.received.natural': 9,
      'requests.carried-in.natural': 8,
    }
    const script = begin(last, { 'requests.?': ['natural'] })
    script.put(cell('requests.carried-in.natural'))
    expect(script.ask().previous?.value).toBe(3)
    expect(labels(script)).not.toContain('last-year-row')
  })

  test('of another edition are offered where the cell is the same', () => {
    const filing = filingWith(disclosure2019, { 'disclosure.licensing.handled': 7 })
    const script = play(form, { entries: open, previous: { form: disclosure2019, filing } })
    script.put(cell('disclosure.licensing.handled'))
    expect(script.ask().previous?.value).toBe(7)
    script.put(cell('disclosure.normative-documents.in-force'))
    expect(script.ask().previous).toBeUndefined()
  })
})
