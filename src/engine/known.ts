// The facts that a check has besides the filing: whose it is, and the same unit's report of last year. Plain data.

import { derive, type Figure, stated } from './derive.ts'
import type { Filing } from './filing.ts'
import type { CellKey, Form, Level } from './form.ts'
import { indexOf } from './index-of.ts'
import type { Powers } from './keys.ts'
import type { Printed } from './printed.ts'

export type { Powers } from './keys.ts'

export type Known = {
  readonly unit: { readonly name: string; readonly level: Level | null; readonly powers: Powers }
  /** Last year's report of the same unit, in the form of its year; null when it is not in hand. */
  readonly previous: { readonly form: Form; readonly filing: Filing } | null
  /** The instant at which the reported year was over; null before it, and where nobody is asked (a file). */
  readonly yearEnd: number | null
  /** The document that the filing was read from, where it was read from one. */
  readonly printed?: Printed
}

/** The figure that last year's report printed in a cell of this key; undefined when it has none or was never seen. */
export const lastYear = ({ previous }: Known, key: CellKey): Figure | undefined =>
  previous && indexOf(previous.form).cells.has(key)
    ? stated(previous.filing, derive(previous.form, previous.filing), key)
    : undefined

/** The figure a cell starts the year with: last year's closing where the form says which, else the same cell's figure. */
export const openingOf = (form: Form, known: Known, key: CellKey): Figure | undefined => {
  const [first = key, ...more] = indexOf(form).cells.get(key)?.opening ?? []
  const opening = lastYear(known, first)
  if (!opening || more.length === 0) return opening
  const parts = [opening, ...more.map(part => lastYear(known, part))].map(part => part?.value)
  if (!parts.every(part => typeof part === 'number')) return undefined
  return { ...opening, note: null, value: parts.reduce((sum, part) => sum + part, 0) }
}

/** Whether two checks would see the same. */
export const sameKnown = (one: Known, other: Known): boolean =>
  one === other ||
  (one.unit.name === other.unit.name &&
    one.unit.level === other.unit.level &&
    samePowers(one.unit.powers, other.unit.powers) &&
    one.yearEnd === other.yearEnd &&
    one.printed === other.printed &&
    one.previous?.filing === other.previous?.filing &&
    one.previous?.form === other.previous?.form)

const samePowers = (one: Powers, other: Powers): boolean =>
  one === other || JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
