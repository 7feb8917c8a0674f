// Places each printed cell: its first grid column, which a row's cells alone do not say (cells above may
// reach down into the row), and whether its words begin at the left.

import type { OutlineCell, OutlineTable } from './outline.ts'

/** `left`: a field, and a row's own name in a table with several label columns; all else is centred. */
export type PlacedCell = OutlineCell & { readonly start: number; readonly left: boolean }

/** The cells with their places, row by row; throws on a grid whose spans do not fill it (a broken form). */
export const cellsInGrid = ({ rows, widths, section }: OutlineTable): readonly (readonly PlacedCell[])[] => {
  const taken = widths.map(() => 0)
  const labelled = labelColumns({ rows })
  return rows.map(row => {
    let column = 0
    const placed = row.map(cell => {
      while ((taken[column] ?? 0) > 0) column += 1
      const at = column
      for (let n = 0; n < cell.columns; n += 1, column += 1) taken[column] = cell.rows
      return {
        ...cell,
        start: at,
        left: cell.role === 'field' || (labelled > 1 && cell.role === 'label' && cell.rows === 1),
      }
    })
    if (taken.length !== widths.length || taken.includes(0))
      throw new Error(`the rows of ${section} do not fill its grid`)
    taken.forEach((left, n) => {
      taken[n] = left - 1
    })
    return placed
  })
}

const labelColumns = ({ rows }: Pick<OutlineTable, 'rows'>): number =>
  rows.flat().some(({ role }) => role === 'field')
    ? 0
    : Math.max(0, ...rows.map(row => row.filter(({ role }) => role === 'label').length))
