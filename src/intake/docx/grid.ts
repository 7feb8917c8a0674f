// A table's rows with every cell in its place on the grid, merged cells resolved. It must not know what a label is.

import type { GridCell, GridRow } from '../../engine/tables/grid.ts'
import type { RawCell, RawRow } from './blocks.ts'
import { figureOf } from './inline.ts'
import { limits } from './limits.ts'
import { stop } from './refusal.ts'

type Growing = { -readonly [Key in keyof GridCell]: GridCell[Key] } & { readonly merges: boolean }

export const gridOf = (rows: readonly RawRow[]): readonly GridRow[] => {
  const placed: (readonly Growing[])[] = []
  for (const { before, cells } of rows) {
    const last = placed.at(-1) ?? []
    let column = before
    const row: Growing[] = []
    for (const cell of cells) {
      const left = row.at(-1)
      if (cell.across && left) {
        left.to += cell.columns
        if (cell.text !== '') left.text = `${left.text}\n${cell.text}`.trim()
      } else row.push(cellAt(cell, column, last))
      column += cell.columns
      if (column > limits.columns) stop('too-large')
    }
    placed.push(row)
  }
  return placed
}

/** A cell that goes on the one above has its words; one that would go on what is not merged stands for itself. */
const cellAt = (cell: RawCell, from: number, above: readonly Growing[]): Growing => {
  const to = from + cell.columns
  const upper = above.find(other => other.from <= from && from < other.to)
  if (cell.down === 'continue' && upper?.merges) {
    upper.below = true
    return { text: upper.text, from, to, above: true, below: false, merges: true }
  }
  return { text: figureOf(cell.text), from, to, above: false, below: false, merges: cell.down !== null }
}
