// The columns a table's head names, in their places on the grid: for each grid column the lowest words above it.

import type { GridCell, GridRow } from './grid.ts'
import { type FormLabel, isOther, type Labels, labelIn } from './labels.ts'

/** `label` is null for a column the form does not have. */
export type Head = {
  readonly label: FormLabel | null
  readonly printed: string
  readonly from: number
  readonly to: number
}

/** `end` is where the rows of the head end; null when they end apart, as after a cell was lost or won. */
export type HeadRows = { readonly heads: readonly Head[]; readonly end: number | null }

/** A head row names a column that is no row as well (总计 is both). */
export const isHeadRow = (labels: Labels, row: GridRow): boolean =>
  row.some(({ text }) => labelIn(labels.columns, text) && !labelIn(labels.rows, text))

/** The heads of these rows from left to right, those that begin at `from` or behind it. */
export const headsOf = (labels: Labels, rows: readonly GridRow[], from: number): HeadRows => {
  const lowest: (GridCell | undefined)[] = []
  for (const cell of rows.flat()) {
    if (cell.text === '' || cell.from < from) continue
    for (let column = cell.from; column < cell.to; column += 1) lowest[column] = cell
  }
  const heads: Head[] = []
  let last: GridCell | undefined
  for (const [column, cell] of lowest.entries()) {
    if (!cell || isOther(labels, cell.text)) last = undefined
    else if (last === cell) {
      const head = heads.pop()
      if (head) heads.push({ ...head, to: column + 1 })
    } else {
      heads.push({
        label: labelIn(labels.columns, cell.text),
        printed: cell.text,
        from: column,
        to: column + 1,
      })
      last = cell
    }
  }
  const ends = new Set(rows.map(row => row.at(-1)?.to))
  return { heads: byPlace(labels, heads), end: ends.size === 1 ? ([...ends][0] ?? null) : null }
}

/** One head misprinted among all others in the form's order is the one that is missing there. */
const byPlace = (labels: Labels, heads: readonly Head[]): readonly Head[] => {
  const unknown = heads.filter(({ label }) => label === null)
  const order = [...new Map([...labels.columns.exact.values()].map(label => [label.key, label])).values()]
  const [odd] = unknown
  if (unknown.length !== 1 || !odd || heads.length !== order.length) return heads
  const missing = order[heads.indexOf(odd)]
  const others = heads.every(({ label }, at) => label === null || label.key === order[at]?.key)
  if (!missing || !others || ![...odd.printed].some(sign => missing.expected.includes(sign))) return heads
  return heads.map(head => (head === odd ? { ...head, label: missing } : head))
}
