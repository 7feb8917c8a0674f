// The account of a document: every line of its body and every cell of its tables ends in exactly one list: read and as
// what, passed over and as what, or not placed. A part that nobody took is not placed, and is told.

import type { GridCell } from '../../engine/tables/grid.ts'
import type { Aside } from '../../reading/printed-aside.ts'
import type { StruckLine, TextLine } from './lines.ts'

/** `merged` goes on a cell above it; `signature` is the unit's name and the day below the last text. */
export type Passed = Aside | 'struck' | 'blank' | 'merged' | 'signature'

export type Fate =
  | { readonly type: 'read'; readonly as: 'title' | 'heading' | 'text' | 'label' | 'figure' }
  | { readonly type: 'passed'; readonly as: Passed }
  | { readonly type: 'left' }

export type AccountPart = { readonly said: string; readonly fate: Fate }

export type Account = {
  /** Gives a part its fate; a second one for the same part is a defect. */
  readonly end: (part: GridCell | StruckLine | TextLine, fate: Fate) => void
  readonly parts: () => readonly AccountPart[]
}

export const newAccount = (): Account => {
  const fates = new Map<object, AccountPart>()
  return {
    end: (part, fate) => {
      if (fates.has(part)) throw new Error('a part of a document has two fates')
      fates.set(part, { said: 'words' in part ? part.words : part.text, fate })
    },
    parts: () => [...fates.values()],
  }
}
