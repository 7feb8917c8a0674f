// A finding in one sentence, from its rule's message: it names the cells or the words at fault and what differs.

import type { Value } from '../engine/filing.ts'
import type { CellKey, Form } from '../engine/form.ts'
import type { Finding, Side } from '../engine/rules/finding.ts'
import { sayValue } from './cell-words.ts'
import type { Words } from './words.ts'

/** The sentence of a finding; `valueAt` gives what stands in a cell. */
export const findingWords = (
  words: Words,
  form: Form,
  finding: Finding,
  valueAt: (key: CellKey) => Value,
): string => {
  const { left, right, text, quote, facts } = finding
  return words.finding(form, finding.message ?? finding.rule, {
    ...placeParams(words, form, finding, valueAt),
    name: text ? words.form.text(form, text, 'name') : '',
    quote: quote ?? '',
    difference: Math.abs((left?.sum ?? 0) - (right?.sum ?? 0)),
    ...sideParams(words, form, 'left', left, valueAt),
    ...sideParams(words, form, 'right', right, valueAt),
    ...facts,
  })
}

/** The names of the first cell, and of the first on the other side. */
const placeParams = (
  words: Words,
  form: Form,
  { cells: [key], right }: Finding,
  valueAt: (key: CellKey) => Value,
) => {
  if (!key) return {}
  const [other = key] = right?.cells ?? []
  return {
    row: words.form.row(form, key),
    otherRow: words.form.row(form, other),
    column: words.form.column(form, key),
    value: sayValue(form, key, valueAt(key)),
  }
}

/** A side's sum as its cell would print it, and its parts: received 6 + carried in 0. */
const sideParams = (
  words: Words,
  form: Form,
  name: 'left' | 'right',
  { cells, sum }: Side = { cells: [], sum: 0 },
  valueAt: (key: CellKey) => Value,
) => {
  const [only] = cells
  const single = cells.length === 1 && only ? sayValue(form, only, valueAt(only)) : String(sum)
  const parts = cells.map(key => `${words.form.row(form, key)} ${sayValue(form, key, valueAt(key)) || 0}`)
  return { [name]: single || String(sum), [`${name}Parts`]: parts.join(words.say('list')) }
}
