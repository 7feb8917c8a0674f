// Keeps rows of a table on the page of the row below. A group that would leave half a page empty may break.

import type { PlacedCell } from './grid.ts'
import type { OutlineTable } from './outline.ts'

type Grid = readonly (readonly PlacedCell[])[]

const longestGroup = 10
/** Rows of a longer group that begin together: its name needs their height. */
const shortestBeginning = 2

/**
 * Heads stay with the first row of figures, a group's rows with each other, a band of a table whole, and the last row
 * is never alone.
 */
export const keepsNext = ({ headRows, widths }: OutlineTable, grid: Grid, at: number): boolean => {
  if (at === grid.length - 1) return false
  if (at === grid.length - 2 || !hasFigure(grid[at])) return true
  if (headRows === 0) return grid[at + 1]?.[0]?.columns !== widths.length
  return grid
    .slice(0, at + 1)
    .some((row, from) => row.some(({ role, rows }) => role === 'label' && at - from + 1 < keptTogether(rows)))
}

const hasFigure = (row: readonly PlacedCell[] | undefined): boolean =>
  row?.some(({ role }) => role === 'figure') ?? false

const keptTogether = (rows: number): number => (rows <= longestGroup ? rows : shortestBeginning)
