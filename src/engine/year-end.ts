// Figures that were entered before the reported year was over are confirmed once, in the new year.

import type { Filing } from './filing.ts'
import { type Form, gateKey } from './form.ts'
import { indexOf } from './index-of.ts'
import type { Known } from './known.ts'

/** Where the confirmation is kept; it prints nowhere. */
export const yearEndKey = gateKey('year-end.?')

/** Whether a figure is older than the year's end and nobody has confirmed since. */
export const isYearEndOpen = (form: Form, filing: Filing, { yearEnd }: Known): boolean => {
  if (yearEnd === null || (filing.entries.get(yearEndKey)?.at ?? 0) >= yearEnd) return false
  const { cells, gates } = indexOf(form)
  return [...filing.entries].some(([key, { at }]) => at < yearEnd && (cells.has(key) || gates.has(key)))
}
