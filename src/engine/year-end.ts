// Figures that were entered before the reported year was over are confirmed once, in the new year.

import type { Filing } from './filing.ts'
import type { Form } from './form.ts'
import { indexOf } from './index-of.ts'
import type { Known } from './known.ts'

/** Whether a figure is older than the year's end and nobody has confirmed since. */
export const isYearEndOpen = (form: Form, filing: Filing, { yearEnd }: Known): boolean => {
  if (yearEnd === null || isConfirmed(filing, yearEnd)) return false
  return enteredBefore(form, filing, yearEnd).length > 0
}

/**
 * Whole days of the reported year after the last figure that was entered in it: 2 for the 29th of December, 0 for its
 * last day. Undefined where nobody is asked.
 */
export const daysLeftInYear = (form: Form, filing: Filing, { yearEnd }: Known): number | undefined => {
  if (yearEnd === null) return undefined
  const last = Math.max(...enteredBefore(form, filing, yearEnd))
  return Number.isFinite(last) ? Math.ceil((yearEnd - last) / dayMs) - 1 : undefined
}

const dayMs = 86_400_000

/** The instants of figures and gates that were entered before this one. */
const enteredBefore = (form: Form, { entries }: Filing, end: number): readonly number[] => {
  const { cells, gates } = indexOf(form)
  return [...entries].flatMap(([key, { at }]) => (at < end && (cells.has(key) || gates.has(key)) ? [at] : []))
}

const isConfirmed = ({ remarks }: Filing, yearEnd: number): boolean =>
  [...remarks.values()].some(({ kind, at }) => kind === 'year-end' && at >= yearEnd)
