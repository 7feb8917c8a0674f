// The only eye of a rule: cells and texts of this report, the printed document where there is one, and last year's
// report where it is in hand. Undefined: nothing there. A rule must see nothing else.

import type { Value } from '../filing.ts'
import type { AnswerType, CellKey, Level, Powers, TextKey } from '../keys.ts'
import type { Printed } from '../printed.ts'

export type Judged = {
  readonly year: number
  readonly unit: { readonly name: string; readonly level: Level | null; readonly powers: Powers }
  /** The document that the report was read from; null where it was not read from one. */
  readonly printed: Printed | null
  /** As stated, even in a computed cell; else as derived. */
  readonly value: (cell: CellKey) => Value | undefined
  /** For equations: a count as it is, money in fen, a blank as 0. */
  readonly amount: (cell: CellKey) => number | undefined
  /** The printed note behind the figure. */
  readonly note: (cell: CellKey) => string | null
  readonly answer: (cell: CellKey) => AnswerType
  /** Whether we computed it ourselves because nobody stated it: then it agrees with its parts. */
  readonly isOurs: (cell: CellKey) => boolean
  /** A written text; undefined when nothing was written, empty when it was left out. */
  readonly text: (text: TextKey) => string | undefined
  /** The parts of it that the bot itself drafted. */
  readonly drafted: (text: TextKey) => readonly string[]
  /** The same of last year's report: its amount in a cell of this key, its text. */
  readonly before: {
    readonly amount: (cell: CellKey) => number | undefined
    readonly text: (text: TextKey) => string | undefined
  }
}
