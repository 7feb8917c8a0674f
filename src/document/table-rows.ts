// A printed table read row by row: which labels name a row, and the figures in it. For readers of plain text,
// where a grid of fifteen columns says nothing.

import type { OutlineCell, OutlineTable } from './outline.ts'

export type FigureCell = Extract<OutlineCell, { readonly role: 'figure' }>

/** `labels` name the row, outermost first. */
export type TableRow = { readonly labels: readonly string[]; readonly figures: readonly FigureCell[] }

/** The rows of figures in print order. A printed row with several names (three groups side by side) is several rows. */
export const rowsOf = ({ rows }: OutlineTable): readonly TableRow[] => {
  const found: { labels: readonly string[]; figures: FigureCell[] }[] = []
  for (const cell of rows.flat()) {
    if (cell.role !== 'figure') continue
    const last = found.at(-1)
    if (last && same(last.labels, cell.labels)) last.figures.push(cell)
    else found.push({ labels: cell.labels, figures: [cell] })
  }
  return found
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((label, at) => label === other[at])
