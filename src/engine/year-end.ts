// Figures that were entered before the reported year was over are confirmed once, in the new year.

import type { Item } from './agenda.ts'
import type { Filing } from './filing.ts'
import { type Form, gateKey, sectionKey } from './form.ts'
import { indexOf } from './index-of.ts'
import type { Known } from './known.ts'

/** Where the confirmation is kept; it prints nowhere. */
export const yearEndKey = gateKey('year-end.?')

/** What is open of it: one thing, when a figure is older than the year's end and nobody has confirmed since. */
export const yearEndItems = (form: Form, filing: Filing, { yearEnd }: Known): readonly Item[] => {
  if (yearEnd === null || (filing.entries.get(yearEndKey)?.at ?? 0) >= yearEnd) return []
  const { cells, gates } = indexOf(form)
  const isEarly = [...filing.entries].some(
    ([key, { at }]) => at < yearEnd && (cells.has(key) || gates.has(key)),
  )
  return isEarly ? [{ type: 'year-end', section: sectionKey('year-end'), key: yearEndKey }] : []
}
