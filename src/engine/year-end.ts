// Figures that were entered before the reported year was over are confirmed once, in the new year.

import type { Filing } from './filing.ts'
import type { Form } from './form.ts'
import { indexOf } from './index-of.ts'
import type { Known } from './known.ts'

/** Whether a figure is older than the year's end and nobody has confirmed since. */
export const isYearEndOpen = (form: Form, filing: Filing, { yearEnd }: Known): boolean => {
  if (yearEnd === null || isConfirmed(filing, yearEnd)) return false
  const { cells, gates } = indexOf(form)
  return [...filing.entries].some(([key, { at }]) => at < yearEnd && (cells.has(key) || gates.has(key)))
}

const isConfirmed = ({ remarks }: Filing, yearEnd: number): boolean =>
  [...remarks.values()].some(({ kind, at }) => kind === 'year-end' && at >= yearEnd)
