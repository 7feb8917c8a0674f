// A printed table as it is copied from a sheet, a document or a web page.

import type { CellKey, PrintedCell } from '../../src/engine/form.ts'

export type Merge = 'empty' | 'repeated' | 'absent'

/** Cells that a merge covers are empty, hold its words again, or are not there. */
export const copied = (
  rows: readonly (readonly PrintedCell[])[],
  figure: (key: CellKey) => string,
  merge: Merge,
): string => {
  const grid: (string | null)[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const printed of row) {
      while (grid[at]?.[column] !== undefined) column += 1
      const text = 'text' in printed ? printed.text : figure(printed.cell)
      for (let down = 0; down < (printed.rows ?? 1); down += 1)
        for (let across = 0; across < (printed.columns ?? 1); across += 1) {
          const isFirst = down === 0 && across === 0
          const covered = merge === 'empty' ? '' : merge === 'repeated' ? text : null
          const line = grid[at + down]
          if (line) line[column + across] = isFirst ? text : covered
        }
      column += printed.columns ?? 1
    }
  }
  return grid
    .map(row => row.flatMap(each => (each === null ? [] : [/\n/.test(each) ? `"${each}"` : each])).join('\t'))
    .join('\n')
}
