// A whole row taken over from last year with one tap, where a branch asks its cells one by one.

import type { Figures } from './derive.ts'
import type { StatedFigures } from './filing.ts'
import type { CellKey, Form } from './form.ts'
import { cellOf, indexOf } from './index-of.ts'
import { type Known, openingOf } from './known.ts'

/** More than this would be a table on a button. */
const mostCells = 4

/** The open cells behind this one's branch with last year's figures; undefined unless there are several, all known. */
export const rowLastYear = (
  form: Form,
  figures: Figures,
  known: Known,
  key: CellKey,
): StatedFigures | undefined => {
  const step = indexOf(form).paths.get(key)?.at(-1)
  const cells = step?.gate.branches.find(branch => branch.key === step.branch)?.cells ?? []
  const open = cells.filter(cell => !figures.has(cell))
  // A figure that was carried over is one of its own, not a habit of the row.
  if (open.length < 2 || open.length > mostCells || cells.some(cell => cellOf(form, cell).opening))
    return undefined
  const row = open.flatMap(cell => {
    const value = openingOf(form, known, cell)?.value
    return value === undefined || value === null ? [] : [[cell, value, null] as const]
  })
  return row.length === open.length ? row : undefined
}
