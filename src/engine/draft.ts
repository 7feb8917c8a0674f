// A document that somebody sent, as read: figures and texts by key, and the parts that were not read. Plain data, kept
// with a card until it is clear that it belongs here. Nothing in it is judged or repaired.

import { isSameUnit } from '../reading/unit-name.ts'
import type { Unread } from './answers/answer.ts'
import type { StatedFigures } from './filing.ts'
import type { CellKey, FormId, TextKey } from './form.ts'

export type Draft = {
  /** The form, recognised from the tables. */
  readonly form: FormId
  /** The unit and year that the document names; empty and null where it names none. */
  readonly unit: string
  readonly year: number | null
  /** As printed, stated totals and printed blanks (null) among them. */
  readonly figures: StatedFigures
  /** Paragraphs are separated by `\n`. */
  readonly texts: readonly (readonly [TextKey, string])[]
  readonly unread: readonly UnreadPart[]
}

/** Whether it is this unit's, as far as it says. */
export const isDraftOf = ({ unit }: Pick<Draft, 'unit'>, name: string): boolean =>
  unit === '' || isSameUnit(unit, name)

/** One thing that was not taken, in the document's words kept short; `place` is its cell, where that is certain. */
export type UnreadPart = {
  readonly place: CellKey | null
  readonly said: string
  readonly why: WhyUnread
}

/**
 * Why something was not taken: words that are no figure (`Unread`), two answers for one cell (`ambiguous`), a part of
 * the form that the document has not (`missing`), a row, column or table the form does not have (`unknown-row`,
 * `unknown-column`, `unknown-table`), words beside a table (`stray-text`) or in a cell that is neither label nor figure
 * (`stray-cell`), notes at the foot of a page (`foot-note`), a text beyond the limit (`too-long`).
 */
export type WhyUnread =
  | Unread
  | 'ambiguous'
  | 'missing'
  | 'unknown-row'
  | 'unknown-column'
  | 'unknown-table'
  | 'stray-text'
  | 'stray-cell'
  | 'foot-note'
  | 'too-long'

/** A reason to doubt that a document is this report. */
export type Doubt = 'unit' | 'year' | 'form'

/**
 * Why a Word file is not read at all: `old-word` is .doc or .wps, `encrypted` has a password, `doctype` declares
 * entities, `no-tables` has no table of a form, `pictures` has pictures in their place, `no-edition` does not tell which form it is, `several-reports` holds
 * more than one.
 */
export type WhyRefused =
  | 'not-docx'
  | 'old-word'
  | 'encrypted'
  | 'too-large'
  | 'doctype'
  | 'damaged'
  | 'no-tables'
  | 'pictures'
  | 'no-edition'
  | 'several-reports'

/** Why a file gave nothing: it was refused, is of another kind, is too large to be fetched, or cannot be had. */
export type Unimported =
  | WhyRefused
  | 'not-word'
  | 'pdf'
  | 'picture'
  | 'sheet'
  | 'file-too-large'
  | 'not-fetched'
