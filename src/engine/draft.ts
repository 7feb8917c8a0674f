// What was read from a document that somebody sent: figures and texts by key, and what could not be read. Plain data,
// kept with a card until it is clear that it belongs here.

import { isSameUnit } from '../reading/unit-name.ts'
import type { Noted } from './focus.ts'
import type { CellKey, FormId, TextKey } from './form.ts'

export type Draft = {
  readonly form: FormId
  /** The unit and year that the document names; empty and null where it names none. */
  readonly unit: string
  readonly year: number | null
  /** Totals and printed blanks (null) too, as they stand in the document. */
  readonly figures: Noted
  readonly texts: readonly (readonly [TextKey, string])[]
  readonly unread: readonly Unreadable[]
}

/** Whether it is this unit's, as far as it says. */
export const isDraftOf = ({ unit }: Pick<Draft, 'unit'>, name: string): boolean =>
  unit === '' || isSameUnit(unit, name)

/** What could not be read, in the document's words, and the cell it stands in where that is certain. */
export type Unreadable = { readonly place: CellKey | null; readonly said: string }

/** What speaks against a document being this report. */
export type Doubt = 'unit' | 'year' | 'form'

/** Why a file gave nothing at all. */
export type Unimported =
  | 'older-word'
  | 'not-word'
  | 'too-large'
  | 'not-fetched'
  | 'encrypted'
  | 'damaged'
  | 'too-complex'
  | 'not-a-report'
  | 'several-reports'
