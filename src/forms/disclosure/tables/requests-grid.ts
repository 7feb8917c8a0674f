// The parts of 表三 as an edition names them, and as its cells, its print and its rules walk them. Types only.

import type { CellKey } from '../../../engine/keys.ts'

/** Key, printed label and, where the label without its number does not do, what the button says. */
export type Line = readonly [key: string, label: string, button?: string]
export type Group = { readonly label: string; readonly rows: readonly Line[] }

export type RequestsSpec = {
  readonly heading: string
  readonly corner: string
  readonly widths: readonly number[]
  readonly applicants: {
    readonly label: string
    readonly person: Line
    readonly organisations: Group
    readonly total: Line
  }
  readonly received: Line
  readonly carriedIn: Line
  readonly results: {
    readonly label: string
    readonly rows: readonly (Line | Group)[]
    readonly total: Line
  }
  readonly carriedOut: Line
}

/** A row as it stands in the table, with the groups above it. */
export type PlacedRow = { readonly line: Line; readonly groups: readonly string[] }

/** The table's parts in print order, for its cells, its print and its rules alike. */
export type RequestsGrid = {
  readonly spec: RequestsSpec
  readonly rows: readonly PlacedRow[]
  readonly results: readonly Line[]
  readonly entered: readonly Line[]
  readonly columns: readonly Line[]
  readonly keyOf: (row: Line, column: Line) => CellKey
}
