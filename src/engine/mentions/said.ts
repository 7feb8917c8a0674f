// The yield of a message in words: figures for their cells, totals that agree, figures that fit several cells, the words
// that were not taken. Types only.

import type { StatedFigures, Value } from '../filing.ts'
import type { Cell, CellKey, SectionKey } from '../form.ts'

/** One of these sets of figures is meant. */
export type Alternatives = readonly { readonly cells: StatedFigures }[]

/** The cells of a section, or of one of its branches, that are open. */
export type Rest = { readonly section: SectionKey; readonly branch: string | null }

/** A total that its parts do not add up to. */
export type WrongTotal = { readonly cell: CellKey; readonly said: Value; readonly sum: Value }

export type Said = {
  readonly cells: StatedFigures
  readonly totals: StatedFigures
  readonly unsure: readonly Alternatives[]
  /** In the words of the message. */
  readonly untaken: readonly string[]
  readonly wrong: readonly WrongTotal[]
  readonly rest: Rest | null
  /** The cells that are named without a figure, by the words that name them. */
  readonly named: readonly { readonly said: string; readonly cells: readonly Cell[] }[]
}
