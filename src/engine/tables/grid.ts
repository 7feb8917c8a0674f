// A table's cells in their places on the grid. Types only; each kind of table has a maker of its own.

export type GridCell = {
  readonly text: string
  /** First grid column, and the one behind the last. */
  readonly from: number
  readonly to: number
  /** Whether it reaches down from the row above, or down into the next. */
  readonly above: boolean
  readonly below: boolean
}
export type GridRow = readonly GridCell[]
