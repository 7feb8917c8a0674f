// What a rule sees of a cell: the value as stated, and its amount for equations. Undefined: no figure there.

import type { Value } from '../filing.ts'
import type { AnswerType, CellKey } from '../form.ts'

export type Judged = (
  cell: CellKey,
) => { readonly value: Value; readonly amount: number; readonly answer: AnswerType } | undefined
