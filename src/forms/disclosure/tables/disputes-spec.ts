// The parts of 表四 as an edition names them: its groups, outcomes and labels. Types only.

export type Line = readonly [key: string, label: string]

export type DisputesSpec = {
  readonly heading: string
  readonly widths: readonly number[]
  readonly review: Line
  readonly suits: { readonly label: string; readonly groups: readonly Line[] }
  readonly outcomes: readonly Line[]
  /** The outcome that is none yet. */
  readonly pending: Line
  readonly total: Line
}
