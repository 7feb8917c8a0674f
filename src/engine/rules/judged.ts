// What a rule sees of a cell. Undefined: no figure there.

import type { Value } from '../filing.ts'
import type { AnswerType, CellKey } from '../form.ts'

export type Judged = {
  /** As stated, even in a computed cell; else as derived. */
  readonly value: (cell: CellKey) => Value | undefined
  /** For equations: a count as it is, money in fen, a blank as 0. */
  readonly amount: (cell: CellKey) => number | undefined
  readonly answer: (cell: CellKey) => AnswerType
  /** Whether we computed it ourselves because nobody stated it: then it agrees with its parts. */
  readonly isOurs: (cell: CellKey) => boolean
}
