// What a Word report says, as it was read: plain data. Nothing in here is judged or repaired, and nothing that
// could not be read is guessed at.

import type { Unread } from '../engine/answers/answer.ts'
import type { Value } from '../engine/filing.ts'
import type { CellKey, FormId, SectionKey, TextKey } from '../engine/form.ts'

/** A figure as printed; the value is null for a printed blank, `/` or `—`. */
export type DraftFigure = { readonly value: Value; readonly note: string | null }

/**
 * Why something could not be taken: words that are no figure (`Unread`), two answers for one cell (`ambiguous`), what
 * the form has and the document has not (`missing`), a row, column or table the form does not have (`unknown-row`,
 * `unknown-column`, `unknown-table`), words beside a table (`stray-text`), a text beyond the limit (`too-long`).
 */
export type WhyUnread =
  | Unread
  | 'ambiguous'
  | 'missing'
  | 'unknown-row'
  | 'unknown-column'
  | 'unknown-table'
  | 'stray-text'
  | 'too-long'

/** One thing that was not read; `place` is the cell it stands in, where that is certain. `said` is kept short. */
export type UnreadPart = {
  readonly place: CellKey | null
  readonly said: string
  readonly why: WhyUnread
}

/** How the document prints: what the rules about the printed form (F01 to F04, F08) look at. */
export type DraftLayout = {
  readonly title: string | null
  /** Headings in print order; `key` is null where the form has no such heading. */
  readonly headings: readonly { readonly key: SectionKey | null; readonly printed: string }[]
  /** Labels of the tables that do not read as the form's. */
  readonly labels: readonly { readonly expected: string; readonly printed: string }[]
}

/** What a Word report says, as read; nothing is judged. */
export type Draft = {
  /** The edition, recognised from the tables. */
  readonly form: FormId
  /** The printed title, and what it names where that can be told. */
  readonly title: string | null
  readonly unit: string | null
  readonly year: number | null
  /** Stated totals are figures like any other. */
  readonly figures: ReadonlyMap<CellKey, DraftFigure>
  /** Paragraphs are separated by `\n`. */
  readonly texts: ReadonlyMap<TextKey, string>
  readonly unread: readonly UnreadPart[]
  readonly layout: DraftLayout
}
