// A table whose rows and columns were exchanged (applicants down the side, results above) is turned back, so that one
// reader serves both.

import type { GridCell, GridRow } from './grid.ts'
import { type Labels, labelIn } from './labels.ts'

/** `origins` has the printed cell of each turned one; undefined where the table stands as the form has it. */
export type Upright = {
  readonly rows: readonly GridRow[]
  readonly origins?: ReadonlyMap<GridCell, GridCell>
}

/** Larger tables than any form's are not turned. */
const most = { rows: 100, columns: 100 }

export const uprightOf = (labels: Labels, rows: readonly GridRow[]): Upright =>
  isTurned(labels, rows) ? turned(rows) : { rows }

/**
 * The form's columns open rows, several of its rows stand beside one another in one, and nowhere the other way round: half a
 * likeness to a turned table turns nothing.
 */
const isTurned = (labels: Labels, rows: readonly GridRow[]): boolean => {
  if (rows.length > most.rows || rows.some(row => (row.at(-1)?.to ?? 0) > most.columns)) return false
  const named = rows.map(row => ({
    columns: keysIn(labels, 'columns', row),
    rows: keysIn(labels, 'rows', row),
  }))
  const opening = rows.filter(row => keysIn(labels, 'columns', row.filter(isWords).slice(0, 1)).size === 1)
  const heads = named.filter(({ rows }) => rows.size > 1)
  return (
    heads.length === 1 &&
    named.every(({ columns }) => columns.size < 2) &&
    opening.length > 0 &&
    opening.length === named.filter(({ columns }) => columns.size > 0).length &&
    named.every(({ columns, rows }) => columns.size === 0 || rows.size === 0)
  )
}

/** A number or a blank before a label opens nothing. */
const isWords = ({ text }: GridCell): boolean => /\p{L}/u.test(text)

/** Words that are both a row and a column of the form (总计) tell nothing. */
const keysIn = (labels: Labels, axis: 'rows' | 'columns', row: GridRow): ReadonlySet<string> => {
  const other = axis === 'rows' ? 'columns' : 'rows'
  return new Set(
    row.flatMap(({ text }) => {
      const label = labelIn(labels[axis], text)
      return label && !labelIn(labels[other], text) ? [label.key] : []
    }),
  )
}

const turned = (rows: readonly GridRow[]): Upright => {
  const origins = new Map<GridCell, GridCell>()
  const width = Math.max(...rows.map(row => row.at(-1)?.to ?? 0))
  const made = Array.from({ length: width }, (_, column): GridRow => {
    const cells: GridCell[] = []
    for (const [at, row] of rows.entries()) {
      const cell = row.find(({ from, to }) => from <= column && column < to)
      const left = cells.at(-1)
      if (!cell) continue
      const isRest = cell.above && left?.to === at
      const one: GridCell = isRest
        ? { ...left, to: at + 1 }
        : {
            text: cell.text,
            from: at,
            to: at + 1,
            above: column > cell.from,
            below: column < cell.to - 1,
          }
      const origin = isRest ? origins.get(left) : cell
      if (isRest) cells.pop()
      cells.push(one)
      if (origin) origins.set(one, origin)
    }
    return cells
  })
  return { rows: made, origins }
}
