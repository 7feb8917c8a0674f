// The rows of last year's report beside this year's questions: one taken over with one tap, where a branch asks its
// cells one by one, and those that are likely to have figures again.

import { type Figures, isFigure } from './derive.ts'
import type { StatedFigures } from './filing.ts'
import type { CellKey, Form, GateKey } from './form.ts'
import { cellOf, gateOf, indexOf, tableOf } from './index-of.ts'
import { type Known, lastYear, openingOf } from './known.ts'

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

/** The rows of a gate's table, of its branches' own, that had a figure in any column last year. */
export const rowsLastYear = (form: Form, known: Known, key: GateKey): readonly string[] => {
  if (!known.previous) return []
  const { section, branches } = gateOf(form, key)
  const rows = new Set(
    branches.flatMap(({ cells }) => cells.slice(0, 1).map(each => cellOf(form, each).rowKey)),
  )
  const found = tableOf(form, section).cells.filter(
    cell => rows.has(cell.rowKey) && !cell.sum && isFigure(form, cell.key, lastYear(known, cell.key)),
  )
  return [...new Set(found.map(({ rowKey }) => rowKey))]
}
