// The parts of 表四 as an edition names them: its groups, outcomes and labels. Types only.

export type DisputeLine = readonly [key: string, label: string]

export type DisputesSpec = {
  readonly heading: string
  readonly widths: readonly number[]
  readonly review: DisputeLine
  readonly suits: { readonly label: string; readonly groups: readonly DisputeLine[] }
  readonly outcomes: readonly DisputeLine[]
  /** The outcome that is none yet. */
  readonly pending: DisputeLine
  readonly total: DisputeLine
}
