// The parts of 表三 as an edition names them, and as its cells, its print and its rules walk them. Types only.

import type { CellKey } from '../../../engine/keys.ts'

/** Key, printed label and, where the label without its number does not do, what the button says. */
export type RequestLine = readonly [key: string, label: string, button?: string]
export type Group = { readonly label: string; readonly rows: readonly RequestLine[] }

export type RequestsSpec = {
  readonly heading: string
  readonly corner: string
  readonly widths: readonly number[]
  readonly applicants: {
    readonly label: string
    readonly person: RequestLine
    readonly organisations: Group
    readonly total: RequestLine
  }
  readonly received: RequestLine
  readonly carriedIn: RequestLine
  readonly results: {
    readonly label: string
    readonly rows: readonly (RequestLine | Group)[]
    readonly total: RequestLine
  }
  readonly carriedOut: RequestLine
}

/** A row as it stands in the table, with the groups above it. */
export type PlacedRow = { readonly line: RequestLine; readonly groups: readonly string[] }

/** The table's parts in print order, for its cells, its print and its rules alike. */
export type RequestsGrid = {
  readonly spec: RequestsSpec
  readonly rows: readonly PlacedRow[]
  readonly results: readonly RequestLine[]
  readonly entered: readonly RequestLine[]
  readonly columns: readonly RequestLine[]
  readonly keyOf: (row: RequestLine, column: RequestLine) => CellKey
}
