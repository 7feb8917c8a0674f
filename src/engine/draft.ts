// What was read from a document that somebody sent: figures and texts by key, and what could not be read. Plain data,
// kept with a card until it is clear that it belongs here.

import { isSameUnit } from '../reading/unit-name.ts'
import type { StatedFigures } from './filing.ts'
import type { CellKey, FormId, TextKey } from './form.ts'

export type Draft = {
  readonly form: FormId
  /** The unit and year that the document names; empty and null where it names none. */
  readonly unit: string
  readonly year: number | null
  /** Totals and printed blanks (null) too, as they stand in the document. */
  readonly figures: StatedFigures
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

/** Why a file gave nothing: it is no Word file, too large or not to be had; or the reader of documents refused it. */
export type Unimported =
  | 'not-word'
  | 'file-too-large'
  | 'not-fetched'
  | 'not-docx'
  | 'old-word'
  | 'encrypted'
  | 'too-large'
  | 'doctype'
  | 'damaged'
  | 'no-tables'
  | 'no-edition'
  | 'several-reports'
